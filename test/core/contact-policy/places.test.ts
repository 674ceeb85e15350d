/** The last place of a day, the message's own question, and who is left out for comparison. */
import { expect, test } from 'vitest';
import type { Send } from '../../../shared/core/language/steps.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import type { Priority } from '../../../shared/core/values/priority.ts';
import { consent, placed, updated } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 09:00';
const scenario = (id: string, hours: number, priority?: Priority, parts: Partial<Send> = {}) =>
  marketing({
    id,
    ...(priority ? { priority } : {}),
    steps: [waitFor('wait', { hours }), send(id === 'more' ? 'c' : 'b', { expiry: { days: 3 }, ...parts })],
  });
const daily = { settings: { caps: [{ max: 1, days: 1 }] } };

test('the last place of the day is left to a story that goes first and whose message is due the same day', () => {
  storeWith([scenario('less', 1, 'browse'), scenario('more', 5, 'cart')], daily)
    .given(placed('o-1', monday))
    .when(timer('less'))
    .then({ because: 'yielded', armed: ['2026-03-03 10:00'] })
    .when(timer('more'))
    .then({ sent: ['c'] })
    .when(timer('less'))
    .then({ sent: ['b'] });
});

test.each([
  ['is due another day', 25, 'cart', {}],
  ['is due in quiet hours', 13, 'cart', {}],
  ['goes no sooner by rank', 5, 'browse', {}],
  ['says nothing of its rank, beside one that does not either', 5, undefined, {}],
  ['is about what she does not want', 5, 'cart', { topic: 'course' }],
] as const)('a message that %s is no reason to yield', (_, hours, priority, parts) => {
  const less = scenario('less', 1, priority ? 'browse' : undefined);
  storeWith([less, scenario('more', hours, priority, parts)], daily)
    .given(placed('o-1', monday))
    .when(timer('less'))
    .then({ sent: ['b'] });
});

test('while the day has two places nobody yields', () => {
  storeWith([scenario('less', 1, 'browse'), scenario('more', 5, 'cart')], {
    settings: { caps: [{ max: 2, days: 1 }] },
  })
    .given(placed('o-1', monday))
    .when(timer('less'))
    .then({ sent: ['b'] });
});

test('of two that wait for the same morning the one that was due first goes first, whichever is asked first', () => {
  const given = [
    placed('o-1', monday),
    timer('first'),
    timer('early', '2026-03-02 11:00'),
    timer('more', '2026-03-02 13:00'),
  ] as const;
  const store = storeWith([scenario('first', 1, 'cart'), scenario('early', 2), scenario('more', 4)], daily);
  store
    .given(...given)
    .when(timer('more', '2026-03-03 10:00'))
    .then({ because: 'yielded', armed: ['2026-03-04 10:00'] })
    .when(timer('early', '2026-03-03 10:00'))
    .then({ sent: ['b'] });
  store
    .given(...given)
    .when(timer('early', '2026-03-03 10:00'))
    .then({ sent: ['b'] })
    .when(timer('more', '2026-03-03 10:00'))
    .then({ because: 'cap-reached', armed: ['2026-03-04 10:00'] });
});

test('whoever yields yields no longer than the message lives', () => {
  const brief = scenario('less', 1, 'browse', { expiry: { hours: 6 } });
  storeWith([brief, scenario('more', 5, 'cart')], daily)
    .given(placed('o-1', monday))
    .when(timer('less'))
    .then({ skipped: ['b: yielded'] });
});

test('a message is asked its own question when it would go, and the story goes on without it', () => {
  const asking = marketing({
    steps: [
      waitFor('wait', { hours: 1 }),
      send('b', { when: { the: 'customer.locale', is: 'fr' } }),
      waitFor('more', { days: 1 }),
      send('c'),
    ],
  });
  const store = storeWith([asking]);
  const history = store.given(placed('o-1', monday));
  history.when(timer('letters')).then({
    skipped: ['b: when-not-met'],
    running: ['letters@more until 2026-03-03 10:00'],
  });
  store
    .given(placed('o-1', monday), updated('2026-03-02 09:30', { locale: 'fr' }))
    .when(timer('letters'))
    .then({ sent: ['b'] });
});

const ids = Array.from({ length: 300 }, (_, n) => `c-${n}`);

test('a holdout walks through the scenario without its messages, the same ones each time', () => {
  const tested = marketing({
    holdout: 20,
    trigger: { whileRunning: 'parallel' },
    steps: [waitFor('wait', { hours: 1 }), send('b'), waitFor('more', { days: 9 }), send('c')],
  });
  const store = storeWith([tested], { settings: { caps: [] } });
  const skippedOf = (order: string) =>
    ids.filter((id) => {
      const { outcome } = store
        .from(store.from(newCustomer('mori', id)).when(placed(order, monday)).customer)
        .when(timer('letters'));
      expect(outcome.running).toEqual(['letters@more until 2026-03-11 10:00']);
      return outcome.skipped.includes('b: holdout');
    });
  const out = skippedOf('o-1');
  expect(out.length).toBeGreaterThan(30);
  expect(out.length).toBeLessThan(90);
  expect(skippedOf('o-2')).toEqual(out);
});

test('the control group gets no marketing of any scenario, and its order’s own mail all the same', () => {
  const notice = transactional({ steps: [waitFor('wait', { hours: 1 }), send('thanks')] });
  const store = storeWith([scenario('less', 1), scenario('more', 2), notice], {
    settings: { controlGroup_percent: 20, caps: [] },
  });
  const skippedBy = (scenario: string) =>
    ids.filter((id) => {
      const known = store.from(newCustomer('mori', id)).when(placed('o-1', monday)).customer;
      return store
        .from(known)
        .when(timer(scenario))
        .outcome.skipped.some((one) => one.endsWith(': control-group'));
    });
  const out = skippedBy('less');
  expect(out.length).toBeGreaterThan(30);
  expect(out.length).toBeLessThan(90);
  expect(skippedBy('more')).toEqual(out);
  expect(skippedBy('thanks')).toEqual([]);
});

test('who may not be mailed anyway is told so, and is not counted into the holdout', () => {
  const tested = marketing({ holdout: 100, steps: [waitFor('wait', { hours: 1 }), send('b')] });
  const history = storeWith([tested]).given(placed('o-1', monday));
  history.when(timer('letters')).then({ skipped: ['b: holdout'] });
  storeWith([tested])
    .given(placed('o-1', monday), consent('2026-03-02 09:30', false))
    .when(timer('letters'))
    .then({ skipped: ['b: no-consent'] });
});

test('a place is kept for a scenario that goes first, and for none whose messages she is held out of', () => {
  const less = scenario('less', 1, 'browse');
  const tested = { ...scenario('more', 5, 'cart'), holdout: 50 };
  const store = storeWith([less, tested], daily);
  const places = { kept: 0, 'not kept': 0 };
  for (const id of ids.slice(0, 60)) {
    const known = store.from(newCustomer('mori', id)).when(placed('o-1', monday)).customer;
    const isHeldOut = store.from(known).when(timer('more')).outcome.skipped.includes('c: holdout');
    const { outcome } = store.from(known).when(timer('less'));
    expect(outcome).toMatchObject(isHeldOut ? { sent: ['b'] } : { sent: [], because: 'yielded' });
    places[isHeldOut ? 'not kept' : 'kept'] += 1;
  }
  expect(places.kept).toBeGreaterThan(15);
  expect(places['not kept']).toBeGreaterThan(15);
});
