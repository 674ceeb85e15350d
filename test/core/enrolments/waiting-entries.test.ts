/** What becomes of an entry whose group is taken: it waits for the group, takes the place of what runs, or comes to nothing. */
import { expect, test } from 'vitest';
import { withFreePlaces } from '../../../shared/core/enrolments/let-waiters-in.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { minutes } from '../../../shared/core/values/duration.ts';
import { holder, monday, parcel, sample, slow } from '../../support/a-taken-group.ts';
import { at, cancelled, cart, event, placed, updated, wall } from '../../support/events.ts';
import { late, storeWith, timer, word } from '../../support/given.ts';
import { marketing, send, waitFor } from '../../support/scenarios.ts';

test('an entry whose group is taken waits, and is let in by the save that frees the group', () => {
  const history = storeWith([holder, sample()])
    .given(placed('o-1', monday))
    .when(parcel('s-1', '2026-03-05 09:00'))
    .then({ because: 'waits-for-group', running: ['holder@days until 2026-03-11 12:30'] });
  expect(history.customer.waiting).toMatchObject([
    { scenario: 'sample', key: 's-1', at: at('2026-03-05 09:00') },
  ]);
  expect(history.customer.refused).toBeUndefined();
  const after = history.when(timer('holder')).then({
    sent: ['b'],
    ended: ['holder: completed'],
    running: ['sample@next-day until 2026-03-12 10:00'],
    armed: ['2026-03-12 10:00'],
  });
  expect(after.customer.waiting).toBeUndefined();
  expect(wall(after.running('sample').enteredAt)).toBe('2026-03-11 12:30');
  after.when(timer('sample')).then({ sent: ['c'] });
});

test('unless it says so an entry does not wait, and one that replaces takes the place of whatever runs', () => {
  const history = (whenTaken?: Scenario['whenTaken']) =>
    storeWith([holder, sample({ whenTaken } as object)])
      .given(placed('o-1', monday))
      .when(parcel('s-1', '2026-03-05 09:00'));
  for (const skips of [history(), history('skip')]) {
    const { customer } = skips.then({ because: 'group-running' });
    expect(customer.waiting).toBeUndefined();
    expect(customer.refused).toEqual([
      { scenario: 'sample', because: 'group-running', by: 'holder', at: at('2026-03-05 09:00') },
    ]);
  }
  history('replace').then({
    because: 'entered',
    ended: ['holder: replaced'],
    running: ['sample@next-day until 2026-03-06 10:00'],
  });
});

test('of one scenario the newest entry waits, in whichever order they come', () => {
  const store = storeWith([holder, sample()]);
  const [older, newer] = [parcel('s-1', '2026-03-05 09:00'), parcel('s-2', '2026-03-06 09:00')];
  for (const [first, second] of [
    [older, newer],
    [newer, older],
  ] as const) {
    const { customer } = store.given(
      placed('o-1', monday),
      late(first, '2026-03-07 09:00'),
      late(second, '2026-03-07 09:00'),
    );
    expect(customer.waiting?.map(({ key }) => key)).toEqual(['s-2']);
  }
});

test('how fresh it is was asked as it came; its filter is asked as it is let in', () => {
  const store = storeWith([holder, sample({}, { filter: { the: 'customer.lifecycle.orders', is: 1 } })]);
  const waits = store.given(placed('o-1', monday), parcel('s-1', '2026-03-03 09:00'));
  // Six days later than the 72 hours for which an event lets in.
  waits
    .when(timer('holder', '2026-03-20 09:00'))
    .then({ running: ['sample@next-day until 2026-03-21 10:00'] });
  store
    .given(placed('o-1', monday))
    .when(late(parcel('s-1', '2026-03-03 09:00'), '2026-03-09 09:00'))
    .then({ because: 'too-late' });
  const gone = storeWith([holder, sample({}, { filter: { the: 'customer.locale', is: 'fr' } })])
    .given(
      placed('o-1', monday, { customer: { locale: 'fr' } }),
      parcel('s-1', '2026-03-05 09:00'),
      updated('2026-03-06 09:00', { locale: 'de' }),
    )
    .when(timer('holder'))
    .then({ running: [] });
  expect(gone.customer.waiting).toBeUndefined();
});

test('what the filter asks of the event is known as it is let in, and beside the record where it is much', () => {
  const asks = sample(
    {},
    { on: 'CartUpdated', oncePer: 'cart', filter: { the: 'event.cart.items.productId', is: 'p-1' } },
  );
  const store = storeWith([holder, asks]);
  const letsIn = { running: ['sample@next-day until 2026-03-12 10:00'] };
  const small = store.given(placed('o-1', monday), cart('k', '2026-03-05 09:00', 'p-1'));
  expect(small.customer.waiting?.[0]?.event).toEqual({ cart: { items: [{ productId: 'p-1' }] } });
  small.when(timer('holder')).then(letsIn);
  store
    .given(placed('o-1', monday))
    .when(cart('k', '2026-03-05 09:00', 'p-2'))
    .then({ because: 'filter-not-met' });
  const goods = Array.from({ length: 40 }, (_, n) => `p-${n}`);
  const big = store.given(placed('o-1', monday)).when(cart('k', '2026-03-05 09:00', ...goods));
  const kept = big.effects.find((effect) => effect.do === 'context');
  expect(big.customer.waiting).toMatchObject([{ beside: true }]);
  expect(big.customer.waiting?.[0]?.event).toBeUndefined();
  const waiting = new Map([[kept?.enrolment ?? '', kept?.event ?? {}]]);
  const around = { ...store.around(at('2026-03-11 12:30')), waiting };
  const free = { ...big.customer, enrolments: [] };
  expect(withFreePlaces({ customer: free, before: [], notes: [] }, around, 'by').customer).toMatchObject({
    enrolments: [{ scenario: 'sample', enteredAt: at('2026-03-11 12:30') }],
    waiting: undefined,
  });
});

test('whatever ends the one that holds the group lets in: its goal, an exit, its order’s end, a command', () => {
  const ends = (parts: object) => marketing({ id: 'holder', group: 'care', steps: slow, ...parts });
  const now = '2026-03-06 09:00';
  const letsIn = { running: ['sample@next-day until 2026-03-07 10:00'] };
  const given = (one: Scenario) =>
    storeWith([one, sample()]).given(placed('o-1', monday), parcel('s-1', '2026-03-05 09:00'));
  given(ends({ goal: { on: 'ReviewPosted', within: { days: 30 } } }))
    .when(event('ReviewPosted', now))
    .then(letsIn);
  given(ends({ exitOn: [{ on: 'CartUpdated', same: 'customer' }] }))
    .when(cart('k', now, 'p'))
    .then(letsIn);
  given(ends({ exitOn: [{ when: { the: 'customer.locale', is: 'de' } }] }))
    .when(updated(now, { locale: 'de' }))
    .then(letsIn);
  given(holder)
    .when(cancelled('o-1', now))
    .then({ ended: ['holder: order-undone'], ...letsIn });
  const other = marketing({
    id: 'other',
    group: 'apart',
    replaces: ['holder'],
    trigger: { command: true, oncePer: 'ever', whileRunning: 'ignore' },
    steps: slow,
  });
  storeWith([holder, sample(), other])
    .given(placed('o-1', monday), parcel('s-1', '2026-03-05 09:00'))
    .when(word('other', 'w-1', now))
    .then({ ended: ['holder: replaced'], running: ['other@days until 2026-03-15 09:00', ...letsIn.running] });
});

test('what the event itself lets in goes first, and who waits goes on waiting', () => {
  const next = marketing({
    id: 'next',
    group: 'care',
    trigger: { on: 'CartUpdated', oncePer: 'cart', whileRunning: 'ignore' },
    steps: slow,
  });
  const ends = marketing({
    id: 'holder',
    group: 'care',
    steps: slow,
    exitOn: [{ on: 'CartUpdated', same: 'customer' }],
  });
  storeWith([ends, next, sample()])
    .given(placed('o-1', monday), parcel('s-1', '2026-03-05 09:00'))
    .when(cart('k', '2026-03-06 09:00', 'p'))
    .then({ running: ['next@days until 2026-03-15 09:00'] })
    .when(timer('next'))
    .then({ running: ['sample@next-day until 2026-03-16 10:00'] });
});

test('of several that wait for one group the one that came first is let in, and the next after it', () => {
  const second = marketing({
    id: 'second',
    group: 'care',
    whenTaken: 'wait',
    trigger: { on: 'CartUpdated', oncePer: 'cart', whileRunning: 'ignore' },
    steps: [waitFor('moment', minutes(1)), send('d')],
  });
  storeWith([holder, second, sample()])
    .given(placed('o-1', monday), parcel('s-1', '2026-03-05 09:00'), cart('k', '2026-03-06 09:00', 'p'))
    .when(timer('holder'))
    .then({ running: ['sample@next-day until 2026-03-12 10:00'] })
    .when(timer('sample'))
    .then({ running: ['second@moment until 2026-03-12 10:01'] });
});
