/** The ledger of offers, and what was promised in public. */
import { test } from 'vitest';
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

const offers = { daysBetween: 30, aYear: 4, afterOrder_days: 14 };
const offer = (campaign: string, percent = 10, parts = {}) => ({
  coupon: { campaign, off: { percent }, untilDay: 30, ...parts },
  content: 'offer' as const,
  expiry: { days: 5 },
});

test('the store begins no second offer within thirty days, and none within fourteen days of an order', () => {
  const store = storeWith(
    [
      story('soon', [waitUntil('w', 10, 'entry'), send('b', offer('soon'))]),
      story('one', [waitUntil('w', 20, 'entry'), send('c', offer('one'))]),
      story('two', [waitUntil('w', 40, 'entry'), send('d', offer('two', 20))]),
    ],
    { settings: { offers, caps: free } },
  );
  const history = store.given(placed('o-1', monday));
  // The fourteenth day after the order lies within the patience of an offer of the tenth.
  history.when(timer('soon')).then({ because: 'offer-given', armed: ['2026-03-16 10:00'] });
  const one = history.when(timer('one')).then({ sent: ['c'] });
  one.when(timer('two')).then({ skipped: ['d: offer-given'] });
});

test.each([
  ['a birthday', offer('birthday', 20, { apart: true }), ['d']],
  ['what was promised in public', { ...offer('sign-up', 5), promised: true as const }, ['d']],
])('%s is outside the ledger of what the store begins', (_, parts, sent) => {
  const store = storeWith(
    [
      story('one', [waitUntil('w', 20, 'entry'), send('c', offer('one'))]),
      story('two', [waitUntil('w', 24, 'entry'), send('d', parts)]),
    ],
    { settings: { offers, caps: free } },
  );
  store.given(placed('o-1', monday), timer('one')).when(timer('two')).then({ sent });
});

test('a question whether to go on writing keeps its distance from an offer', () => {
  const store = storeWith(
    [
      story('one', [waitUntil('w', 20, 'entry'), send('c', offer('one'))]),
      story('two', [
        waitUntil('w', 21, 'entry'),
        send('d', { afterOffer: { days: 14 }, expiry: { days: 20 } }),
      ]),
    ],
    { settings: { offers, caps: free } },
  );
  store
    .given(placed('o-1', monday), timer('one'))
    .when(timer('two'))
    .then({ because: 'offer-given', armed: ['2026-04-05 10:00'] });
});

test('what was promised is outside the day and the month, counts for others, and no holdout loses it', () => {
  const caps: Cap[] = [
    { max: 1, days: 1 },
    { max: 2, days: 30, letters: 'story' },
  ];
  const store = storeWith(
    [
      story('one', [waitFor('w', { hours: 1 }), send('b')]),
      story('code', [waitFor('w', { hours: 2 }), send('c', { promised: true })], { holdout: 100 }),
      story('more', [waitFor('w', { hours: 3 }), send('d', { promised: true })]),
      story('next', [waitFor('w', { days: 3 }), send('b')]),
    ],
    { settings: { caps } },
  );
  store
    .given(placed('o-1', monday), timer('one'))
    .when(timer('code'))
    .then({ sent: ['c'] })
    .when(timer('more'))
    .then({ sent: ['d'] })
    .when(timer('next'))
    .then({ skipped: ['b: cap-reached'] });
});
