/** Who is let in, beyond the trigger itself: switches, limits, groups and what `oncePer` counts. */
import { expect, test } from 'vitest';
import type { OncePer } from '../../../shared/core/language/trigger.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { minutes } from '../../../shared/core/values/duration.ts';
import { at, cart, event, placed, registered } from '../../support/events.ts';
import { late, storeWith, timer } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const tuesday = '2026-03-03 12:30';
const quick = [waitFor('moment', minutes(1)), send('b')];
const slow = [waitFor('days', { days: 9 }), send('b')];

test('a scenario that is switched off lets nobody in, and who is inside goes on', () => {
  const on = storeWith([marketing({ steps: quick })]).given(placed('o-1', monday)).customer;
  const off = storeWith([marketing({ steps: quick, enabled: false })]);
  off.given().when(placed('o-1', monday)).then({ because: 'applied', armed: [], running: [] });
  off
    .from(on)
    .when(timer('letters'))
    .then({ sent: ['b'] });
});

test('a limit by segment, and one by persona, let in only who belongs to it', () => {
  const segments = [
    { name: 'french', means: 'Reads French.', is: { the: 'customer.locale', is: 'fr' } },
  ] as const;
  const french = marketing({ limit: { segment: 'french' as never } });
  const store = storeWith([french], { segments });
  store.given().when(placed('o-1', monday)).then({ because: 'not-in-limit' });
  const inFrench = placed('o-1', monday, { customer: { locale: 'fr' } });
  store.given().when(inFrench).then({ because: 'entered' });

  const calm = storeWith([marketing({ limit: { persona: 'calm' } })]);
  const known = { ...newCustomer('mori', 'c-1'), categories: { persona: { is: 'calm', at: at(monday) } } };
  calm.from(known).when(placed('o-1', monday)).then({ because: 'entered' });
  calm.given().when(placed('o-1', monday)).then({ because: 'not-in-limit' });
});

test('a limit by percentage lets in about so many, and the same ones for each order', () => {
  const store = storeWith([marketing({ limit: { percent: 30 }, trigger: { whileRunning: 'parallel' } })]);
  const isIn = (id: string, order: string) =>
    store.from(newCustomer('mori', id)).when(placed(order, monday)).outcome.because === 'entered';
  const ids = Array.from({ length: 400 }, (_, n) => `c-${n}`);
  const first = ids.filter((id) => isIn(id, 'o-1'));
  expect(first.length).toBeGreaterThan(80);
  expect(first.length).toBeLessThan(160);
  expect(ids.filter((id) => isIn(id, 'o-2'))).toEqual(first);
});

test('a limit from one civil day to another includes both, in the store’s zone', () => {
  const store = storeWith([transactional({ limit: { from: '2026-03-02', until: '2026-03-03' } })]);
  const because = (when: string) => store.given().when(placed('o-1', when)).outcome.because;
  expect(because('2026-03-01 23:59')).toBe('not-in-limit');
  expect(because('2026-03-02 00:00')).toBe('entered');
  expect(because('2026-03-03 23:59')).toBe('entered');
  expect(because('2026-03-04 00:00')).toBe('not-in-limit');
});

test('of the scenarios of one group the one that came first runs, and the other may follow it', () => {
  const first = marketing({ id: 'first', group: 'care', steps: quick });
  const second = marketing({
    id: 'second',
    group: 'care',
    trigger: { on: 'CartUpdated', oncePer: 'cart' },
    steps: quick,
  });
  const apart = marketing({
    id: 'apart',
    group: 'other',
    trigger: { on: 'CartUpdated', oncePer: 'cart' },
    steps: quick,
  });
  const store = storeWith([first, second, apart]);
  const history = store.given(placed('o-1', monday));
  history.when(cart('k-1', monday, 'p-1')).then({ because: 'group-running, entered' });
  store
    .given(placed('o-1', monday), timer('first'))
    .when(cart('k-1', '2026-03-02 13:00', 'p-1'))
    .then({ because: 'entered, entered' });
});

test('a scenario that restarts does so in its own group, and not while another of the group runs', () => {
  const again = marketing({ id: 'again', group: 'care', steps: quick });
  const other = marketing({
    id: 'other',
    group: 'care',
    trigger: { on: 'CartUpdated', oncePer: 'cart', whileRunning: 'parallel' },
    steps: quick,
  });
  storeWith([again])
    .given(placed('o-1', monday))
    .when(placed('o-2', '2026-03-02 12:40'))
    .then({
      because: 'restarted',
      ended: ['again: restarted'],
      running: ['again@moment until 2026-03-02 12:41'],
    });
  storeWith([other])
    .given(cart('k-1', monday, 'p-1'))
    .when(cart('k-2', '2026-03-02 12:40', 'p-1'))
    .then({ because: 'entered' });
  storeWith([again, other])
    .given(cart('k-1', monday, 'p-1'))
    .when(placed('o-1', '2026-03-02 12:40'))
    .then({ because: 'group-running' });
});

const once = (oncePer: OncePer, on: 'CartUpdated' | 'SubscriptionRenewed') =>
  marketing({ trigger: { on, oncePer, whileRunning: 'parallel' }, steps: quick });

test('oncePer "cart" lets each cart in once, also when its run is long over', () => {
  const history = storeWith([once('cart', 'CartUpdated')])
    .given(cart('k-1', monday, 'p-1'), timer('letters'), registered('2026-03-20 10:00'))
    .when(cart('k-1', '2026-03-20 12:30', 'p-1', 'p-2'))
    .then({ because: 'already-entered' });
  history.when(cart('k-2', '2026-03-20 12:40', 'p-1')).then({ because: 'entered' });
});

test('carts without an id are told apart by their events', () => {
  storeWith([once('cart', 'CartUpdated')])
    .given(cart(undefined, monday, 'p-1'), timer('letters'))
    .when(cart(undefined, tuesday, 'p-1'))
    .then({ because: 'entered' });
});

test('oncePer a key lets each value at its path in once', () => {
  const renewed = (id: string, when: string) => event('SubscriptionRenewed', when, { subscription: { id } });
  const history = storeWith([once({ key: 'subscription.id' }, 'SubscriptionRenewed')])
    .given(renewed('s-1', monday), timer('letters'), registered('2026-05-20 10:00'))
    .when(renewed('s-1', '2026-06-02 12:30'))
    .then({ because: 'already-entered' });
  history.when(renewed('s-2', '2026-06-02 12:30')).then({ because: 'entered' });
});

test('atMost bounds the runs of one scenario beside one another', () => {
  const two = marketing({ trigger: { whileRunning: 'parallel', atMost: 2 }, steps: slow });
  storeWith([two])
    .given(placed('o-1', monday), placed('o-2', monday))
    .when(placed('o-3', tuesday))
    .then({ because: 'too-many-at-once' });
});

test('a run remembers what it is about, also when it is over', () => {
  const scenario = once('cart', 'CartUpdated');
  const { customer } = storeWith([scenario]).given(cart('k-1', monday, 'p-1'));
  expect(customer.enrolments[0]).toMatchObject({ key: 'k-1', about: 'cart:k-1', order: undefined });
  const later = storeWith([scenario]).given(
    cart('k-1', monday, 'p-1'),
    timer('letters'),
    registered('2026-03-05 10:00'),
  );
  expect(later.customer.ended).toMatchObject([{ key: 'k-1', about: 'cart:k-1' }]);
});

test('a state that ends the story keeps her out of it', () => {
  const unread = marketing({ exitOn: [{ when: { the: 'customer.locale', is: 'fr' } }] });
  const store = storeWith([unread]);
  store
    .given()
    .when(placed('o-1', monday, { customer: { locale: 'fr' } }))
    .then({ because: 'exit-rule' });
  store.given().when(placed('o-1', monday)).then({ because: 'entered' });
});

test('what came too late or for an order that is over is refused as before, whatever the limit says', () => {
  const store = storeWith([transactional({ limit: { from: '2026-03-01' } })]);
  store
    .given()
    .when(late(placed('o-1', monday), '2026-03-06 12:30'))
    .then({ because: 'too-late' });
});

test('no number of open runs holds back a confirmation, and open confirmations hold back no letter', () => {
  const notice = transactional({
    trigger: { whileRunning: 'parallel', atMost: 2 },
    steps: [{ id: 'later', kind: 'wait', for: { days: 9 } }, ...transactional().steps],
  });
  const orders = Array.from({ length: 30 }, (_, n) => placed(`o-${n}`, `2026-03-02 12:${n + 10}`));
  const busy = storeWith([notice, marketing({ steps: slow })]).given(...orders);
  expect(busy.customer.enrolments.filter(({ scenario }) => scenario === notice.id)).toHaveLength(30);
  const letters = busy.customer.enrolments.filter(({ scenario }) => scenario !== notice.id);
  expect(letters.length).toBeGreaterThan(0);
});
