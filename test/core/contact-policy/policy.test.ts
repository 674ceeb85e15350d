/** Places by foresight, stories that move, and requests for an answer. */
import { expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Step } from '../../../shared/core/language/steps.ts';
import type { Cap } from '../../../shared/core/record/engine-settings.ts';
import { placed } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { marketing, send, waitFor, waitUntil } from '../../support/scenarios.ts';

const monday = '2026-03-02 09:00';
const free: readonly Cap[] = [];
const story = (id: string, steps: readonly Step[], parts: Partial<Scenario> = {}) =>
  marketing({ id, steps, ...parts } as Parameters<typeof marketing>[0]);

test('a may-letter leaves the last place of a week to an offer that is due three days later', () => {
  const caps = [{ max: 2, days: 7 }];
  const store = storeWith(
    [
      story('first', [waitFor('w', { hours: 1 }), send('b')]),
      story('may', [waitFor('w', { hours: 5 }), send('c', { place: 'may', expiry: { days: 6 } })]),
      story('gift', [waitFor('w', { days: 3 }), send('d', { place: 'must' })], { priority: 'browse' }),
    ],
    { settings: { caps } },
  );
  const history = store.given(placed('o-1', monday), timer('first'));
  const held = history.when(timer('may')).then({ because: 'yielded', armed: ['2026-03-06 10:00'] });
  expect(held.running('may').heldBy).toBe('gift/send-d');
  held.when(timer('gift')).then({ sent: ['d'] });
});

test('what comes due behind a branch is not foreseen', () => {
  const undecided: Step = {
    id: 'which',
    kind: 'branch',
    when: [{ if: { the: 'customer.locale', is: 'fr' }, then: 'send-d' }],
    else: 'send-d',
  };
  storeWith(
    [
      story('may', [waitFor('w', { hours: 1 }), send('c', { place: 'may' })]),
      story('gift', [waitFor('w', { hours: 3 }), undecided, send('d')]),
    ],
    { settings: { caps: [{ max: 1, days: 1 }] } },
  )
    .given(placed('o-1', monday))
    .when(timer('may'))
    .then({ sent: ['c'] });
});

test('a message is held three times at most, and then never goes, by name of what was in its way', () => {
  const caps = [{ max: 1, days: 1 }];
  const patient = story('may', [
    waitFor('w', { hours: 1 }),
    send('c', { place: 'may', expiry: { days: 9 } }),
  ]);
  const store = storeWith([patient], { settings: { caps } });
  const start = store.given(placed('o-1', monday));
  const rest = start.running('may');
  const full = {
    ...start.customer,
    enrolments: start.customer.enrolments.map((one) => ({
      ...one,
      ...rest,
      holds: 3,
      held: 'cap-reached' as const,
    })),
    letters: undefined,
    sends: [
      {
        touchpoint: 't',
        enrolment: 'e',
        scenario: 'may',
        version: 1,
        step: 'send-c',
        kind: 'marketing' as const,
        arm: 1,
        at: rest.due,
        since: rest.due,
        state: 'claimed' as const,
        because: 'allowed' as const,
      },
    ],
  };
  const due = { ...full, enrolments: full.enrolments.map((one) => ({ ...one, step: 'send-c' })) };
  const { customer, outcome } = store.from(due).when(timer('may'));
  expect(outcome.skipped).toEqual(['c: cap-reached']);
  expect(customer.sends.at(-1)).toMatchObject({ by: 'may/send-c' });
});

test('a letter that went two days late moves the later days of its story by two', () => {
  const steps = [
    waitUntil('one', 1, 'entry'),
    send('b', { expiry: { days: 4 } }),
    waitUntil('five', 5, 'entry'),
    send('c'),
  ];
  const store = storeWith(
    [story('first', [waitFor('w', { hours: 23 }), send('d')]), story('letters', steps)],
    {
      settings: { caps: [{ max: 1, days: 3 }] },
    },
  );
  store
    .given(placed('o-1', monday), timer('first'))
    .when(timer('letters'))
    .then({ because: 'cap-reached', armed: ['2026-03-06 10:00'] })
    .when(timer('letters'))
    .then({ sent: ['b'], running: ['letters@five until 2026-03-10 10:00'] });
});

test('a reminder goes only where the message that it speaks of went', () => {
  const steps = [
    waitUntil('one', 1, 'entry'),
    send('b', { when: { the: 'customer.locale', is: 'fr' } }),
    waitUntil('five', 5, 'entry'),
    send('c', { needs: 'send-b' }),
  ];
  storeWith([story('letters', steps)])
    .given(placed('o-1', monday), timer('letters'))
    .when(timer('letters'))
    .then({ skipped: ['c: needed-not-sent'] });
  const asked = [
    waitUntil('one', 1, 'entry'),
    send('b'),
    waitUntil('late', 40, 'entry'),
    send('c', { needs: 'send-b' }),
  ];
  storeWith([story('letters', asked)], { settings: { caps: free } })
    .given(placed('o-1', monday), timer('letters'))
    .when(timer('letters'))
    .then({ sent: ['c'] });
});

test('one request for an answer in ten days, and of a reminder one in sixty', () => {
  const caps: Cap[] = [
    { max: 1, days: 10, letters: 'asks' },
    { max: 1, days: 60, letters: 'reminds' },
  ];
  const asking = (id: string, day: number) =>
    story(id, [
      waitUntil('w', day, 'entry'),
      send('b', { asks: true, expiry: { days: 9 } }),
      waitFor('week', { days: 7 }),
      send('c', { needs: 'send-b', expiry: { days: 9 } }),
    ]);
  const store = storeWith([asking('one', 1), asking('two', 5)], { settings: { caps } });
  const first = store.given(placed('o-1', monday), timer('one'));
  // Ten civil days, that of the first among them.
  const second = first.when(timer('two')).then({ because: 'cap-reached', armed: ['2026-03-13 10:00'] });
  second
    .when(timer('one'))
    .then({ sent: ['c'] })
    .when(timer('two'))
    .then({ sent: ['b'] })
    .when(timer('two'))
    .then({ skipped: ['c: cap-reached'] });
});
