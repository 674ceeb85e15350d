import { expect, test } from 'vitest';
import { fieldsFromItem } from '../../../shared/core/facts/orders/order-item-facts.ts';
import { minutes } from '../../../shared/core/values/duration.ts';
import { delivered, event, placed, registered, shipped } from '../../support/events.ts';
import { late, storeWith, timer } from '../../support/given.ts';
import { branch, marketing, send, transactional, waitFor, waitUntil } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const quick = [waitFor('moment', minutes(1)), send('a')];

test('an order lets her into both scenarios, each with a timer of its own', () => {
  storeWith([transactional(), marketing()])
    .given()
    .when(placed('o-1', monday))
    .then({
      because: 'entered, entered',
      running: ['thanks@send-thanks until 2026-03-02 12:30', 'letters@week until 2026-03-14 10:00'],
      armed: ['2026-03-02 12:30', '2026-03-14 10:00'],
    });
});

test('an event of another name lets nobody in', () => {
  storeWith([marketing()]).given().when(shipped('o-1', monday)).then({ because: 'applied', running: [] });
});

test('a filter that is not met keeps her out', () => {
  const big = marketing({ trigger: { filter: { the: 'event.order.total', atLeast: 5000 } } });
  const store = storeWith([big]);
  store.given().when(placed('o-1', monday)).then({ because: 'filter-not-met', armed: [] });
  store
    .given()
    .when(placed('o-1', monday, { order: { total: 4999 } }))
    .then({ because: 'filter-not-met' });
  store
    .given()
    .when(placed('o-1', monday, { order: { total: 5000 } }))
    .then({ because: 'entered' });
});

test('a filter sees the order that it is asked about already counted', () => {
  const second = marketing({ trigger: { filter: { the: 'customer.lifecycle.orders', is: 2 } } });
  const store = storeWith([second]);
  store.given().when(placed('o-1', monday)).then({ because: 'filter-not-met' });
  store.given(placed('o-1', monday)).when(placed('o-2', '2026-03-03 09:00')).then({ because: 'entered' });
});

test('an event older than the freshness lets nobody in, a minute younger does', () => {
  const store = storeWith([transactional()]);
  store
    .given()
    .when(late(placed('o-1', monday), '2026-03-05 12:31'))
    .then({ because: 'too-late', armed: [] });
  store
    .given()
    .when(late(placed('o-1', monday), '2026-03-05 12:30'))
    .then({ because: 'entered' });
});

test('a scenario may set a freshness of its own', () => {
  const store = storeWith([transactional({ trigger: { freshness: { days: 30 } } })]);
  store
    .given()
    .when(late(placed('o-1', monday), '2026-03-20 12:30'))
    .then({ because: 'entered' });
});

test('oncePer "order" lets each order in once, whatever becomes of the run, and however late its next parcel', () => {
  const byParcel = transactional({ trigger: { on: 'OrderDelivered' } });
  const history = storeWith([byParcel])
    .given(delivered('o-1', monday, 's-1'), timer('thanks'))
    .when(delivered('o-1', '2026-03-03 10:00', 's-2'))
    .then({ because: 'already-entered' })
    .when(registered('2026-03-20 10:00'))
    .then({ ended: [] });
  history.when(delivered('o-1', '2026-04-03 10:00', 's-3')).then({ because: 'already-entered' });
  history.when(delivered('o-2', '2026-04-03 10:00', 's-3')).then({ because: 'entered' });
});

test('oncePer "ever" lets her in once in her life, though forty other stories have ended since', () => {
  const welcome = marketing({
    id: 'welcome',
    trigger: { on: 'CustomerUpdated', oncePer: 'ever' },
    steps: quick,
  });
  const open = marketing({ goal: { on: 'OrderPlaced', within: { days: 400 } }, steps: quick });
  const day = (n: number) =>
    `2026-${String(3 + Math.floor(n / 28)).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')} 09:00`;
  const store = storeWith([welcome, open]);
  const orders = Array.from({ length: 60 }, (_, n) => [placed(`o-${n}`, day(n)), timer('letters')]).flat();
  store
    .given(event('CustomerUpdated', '2026-02-01 09:00'), timer('welcome'), ...orders)
    .when(event('CustomerUpdated', '2026-09-01 09:00'))
    .then({ because: 'already-entered' });
});

test('oncePer every 7 days counts from the entry, not from the end', () => {
  const weekly = marketing({
    trigger: { oncePer: { every: { days: 7 } }, whileRunning: 'ignore' },
    steps: quick,
  });
  const store = storeWith([weekly]);
  const history = store.given(placed('o-1', monday), timer('letters'));
  history.when(placed('o-2', '2026-03-09 12:29')).then({ because: 'already-entered' });
  history.when(placed('o-2', '2026-03-09 12:30')).then({ because: 'entered' });
});

test('a late event within the span of an entry lets nobody in', () => {
  const weekly = marketing({
    trigger: { oncePer: { every: { days: 7 } }, whileRunning: 'ignore' },
    steps: quick,
  });
  storeWith([weekly])
    .given(placed('o-1', monday), timer('letters'))
    .when(late(placed('o-0', '2026-03-01 12:30'), '2026-03-02 13:00'))
    .then({ because: 'already-entered' });
});

test('a customer event begins a story that knows no order', () => {
  const welcome = marketing({
    trigger: { on: 'CustomerRegistered', oncePer: 'ever' },
    steps: [waitUntil('third-day', 2, 'entry', '18:00'), send('b')],
  });
  const { customer } = storeWith([welcome])
    .given()
    .when(registered(monday))
    .then({ running: ['letters@third-day until 2026-03-04 18:00'] });
  expect(customer.enrolments[0]?.order).toBeUndefined();
});

test('an enrolment keeps only the event fields that its templates and filters name', () => {
  const order = { total: 5400, currency: 'JPY', items: [{ productId: 'p-1', name: 'Serum', cost: 1800 }] };
  const { customer } = storeWith([transactional()]).given(placed('o-1', monday, { order }));
  expect(customer.enrolments[0]?.event).toEqual({ order: { id: 'o-1', items: [{ name: 'Serum' }] } });
});

test('fields of more than 512 bytes lie in the item of the order, which is kept before the record anyway', () => {
  const items = Array.from({ length: 30 }, (_, n) => ({ productId: `p-${n}`, name: `美容液 ${n}` }));
  const { effects, customer } = storeWith([transactional()])
    .given()
    .when(placed('o-1', monday, { order: { items } }));
  const [enrolment] = customer.enrolments;
  expect(enrolment).toMatchObject({ context: 'order' });
  expect(enrolment?.event).toBeUndefined();
  expect(effects.some((effect) => effect.do === 'context')).toBe(false);
  const item = effects.find((effect) => effect.do === 'order');
  expect(fieldsFromItem(item, ['order.id', 'order.items.name'])).toEqual({
    order: { id: 'o-1', items: items.map(({ name }) => ({ name })) },
  });
});

test('fields of the store’s own, and those of an order too big for its item, have a context item as ever', () => {
  const gift = { note: 'お誕生日おめでとう'.repeat(40) };
  const many = Array.from({ length: 2000 }, (_, n) => ({ productId: `p-${n}`, name: `美容液の名前 ${n}` }));
  const scenario = marketing({
    steps: [
      waitFor('pause', minutes(1)),
      branch('fork', { the: 'event.extra.gift.note', exists: true }, 'send-a', 'send-b'),
      send('a'),
      send('b'),
    ],
  });
  for (const [told, parts] of [
    [scenario, { gift }],
    [transactional(), { order: { items: many } }],
  ] as const) {
    const { effects, customer } = storeWith([told])
      .given()
      .when(placed('o-1', monday, parts));
    const [enrolment] = customer.enrolments;
    expect(enrolment?.context).toBe(true);
    expect(effects.find((effect) => effect.do === 'context')?.enrolment).toBe(enrolment?.id);
  }
});
