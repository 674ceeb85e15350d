import { expect, test } from 'vitest';
import { tidied } from '../../../shared/core/facts/tidy-record.ts';
import type { Customer, Enrolment } from '../../../shared/core/record/customer.ts';
import type { PendingEvent } from '../../../shared/core/record/pending-event.ts';
import { encodeRecord } from '../../../shared/core/record/record-codec.ts';
import { days, minutes } from '../../../shared/core/values/duration.ts';
import { itemSize } from '../../../shared/core/values/item-size.ts';
import { at, cancelled, cart, placed, shipped } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { afterParcel, marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const bytes = (customer: Customer) => itemSize(encodeRecord(customer));
const day = (n: number) =>
  at('2026-01-01 12:00')
    .add({ hours: 24 * n })
    .toString();

const items = [
  { productId: 'p-100234', name: '薬用スキンケア化粧水 しっとり 200ml', quantity: 2, unitPrice: 3200 },
  { productId: 'p-100235', name: '美容液', quantity: 1, unitPrice: 5400 },
];

test('a record stays under 8 KB after 200 orders over years', () => {
  const store = storeWith([transactional(), afterParcel]);
  let known = store.given().customer;
  let largest = 0;
  for (let n = 0; n < 200; n += 1) {
    const order = placed(`order-2026-${100_000 + n}`, day(n * 5), { order: { items } });
    const history = store.from(known).when(order);
    const thanked = store.from(history.customer).when(timer('thanks'));
    known = store.from(thanked.customer).when(shipped(`order-2026-${100_000 + n}`, day(n * 5 + 1))).customer;
    largest = Math.max(largest, bytes(known));
  }
  expect(largest).toBeLessThan(8 * 1024);
  expect(known.lifecycle.orders).toBe(200);
});

test('a record of three orders a year is small', () => {
  const store = storeWith([transactional(), afterParcel]);
  let history = store.given();
  for (let n = 0; n < 12; n += 1) {
    history = history.when(placed(`order-${n}`, day(n * 120), { order: { items } })).then({});
    for (let step = 0; step < 5; step += 1) {
      const next = history.customer.enrolments.find((enrolment) => !enrolment.ended);
      if (next) history = history.when(timer(next.id)).then({});
    }
  }
  expect(bytes(history.customer)).toBeLessThan(4 * 1024);
});

test('a thousand orders in one day keep the record within DynamoDB’s item', () => {
  const store = storeWith([transactional()]);
  let known = store.given().customer;
  for (let n = 0; n < 1000; n += 1) {
    const when = at('2026-03-02 00:00').add({ minutes: n }).toString();
    known = store.from(known).when(placed(`order-${n}`, when, { order: { items } })).customer;
    known = store.from(known).when(timer('thanks')).customer;
  }
  expect(bytes(known)).toBeLessThan(48 * 1024);
  // Those of the last hour, one a minute, may have to go once more.
  expect(known.enrolments.length).toBeLessThanOrEqual(60);
});

test('a run that has ended stays whole for a day, then only its memory stays, if anyone may ask', () => {
  const once = marketing({
    trigger: { on: 'OrderPlaced', oncePer: 'ever' },
    steps: [waitFor('moment', minutes(1)), send('a')],
  });
  const store = storeWith([transactional(), once]);
  const { customer } = store.given(placed('o-1', monday), timer('thanks'), timer('letters'));
  const within = tidied(customer, store.around(at('2026-03-03 12:29')));
  expect(within.enrolments.map(({ scenario }) => scenario)).toEqual(['thanks', 'letters']);
  const after = tidied(customer, store.around(at('2026-03-03 12:31')));
  expect(after.enrolments).toEqual([]);
  expect(after.ended).toMatchObject([{ scenario: 'letters', because: 'completed', key: expect.any(String) }]);
});

test('a run whose mail may have to go once more stays whole for its day, however many ended since', () => {
  const store = storeWith([transactional()]);
  const { customer } = store.given(placed('o-1', monday), timer('thanks'));
  const [thanked] = customer.enrolments as [Enrolment];
  const passed = Array.from({ length: 30 }, (_, n): Enrolment => ({ ...thanked, id: `passed-${n}` }));
  const known = { ...customer, enrolments: [thanked, ...passed] };
  const { enrolments } = tidied(known, store.around(at(monday).add({ hours: 1 })));
  expect(enrolments).toHaveLength(24);
  expect(enrolments[0]?.id).toBe(thanked.id);
});

const pendingEvent = (n: number, when: string): PendingEvent => ({
  id: `e-${n}`,
  name: 'HumanTask',
  detail: {},
  at: at(when),
  by: `b-${n}`,
});

test('a run that ends after a day of many mails is told as ended by its own save', () => {
  const story = marketing({
    trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
    steps: [waitFor('week', days(7)), send('a')],
  });
  const store = storeWith([transactional(), story]);
  let known = store.given(placed('o-1', monday), timer('thanks')).customer;
  for (let n = 2; n <= 30; n += 1) {
    const soon = at(monday).add({ minutes: n }).toString();
    known = store.from(known).when(placed(`o-${n}`, soon)).customer;
    known = store.from(known).when(timer('thanks')).customer;
  }
  const [one] = known.enrolments.filter(({ scenario }) => scenario === story.id);
  const { customer } = store.from(known).when(cancelled(one?.order ?? '', '2026-03-02 14:00'));
  const after = customer.enrolments.find(({ id }) => id === one?.id);
  expect(after?.ended?.because).toBe('order-undone');
});

test('events for the bus are kept for 14 days, after an hour sixteen at most, the newest', () => {
  const store = storeWith([transactional()]);
  const { customer } = store.given(placed('o-1', monday));
  const pending = Array.from({ length: 70 }, (_, n) => pendingEvent(n, monday));
  const known = { ...customer, pending };
  const ids = (some: readonly PendingEvent[]) => some.map(({ id }) => id);
  const after = (when: string) => tidied(known, store.around(at(when))).pending;
  expect(ids(after(monday))).toEqual(ids(pending.slice(6)));
  expect(ids(after('2026-03-02 13:30'))).toEqual(ids(pending.slice(54)));
  expect(after('2026-03-16 12:29')).toHaveLength(16);
  expect(after('2026-03-16 12:30')).toEqual([]);
});

test('a cart of thirty days is dead', () => {
  const store = storeWith([transactional()]);
  const { customer } = store.given(cart('k-1', monday, 'p-1'));
  expect(tidied(customer, store.around(at('2026-04-01 12:29'))).carts).toHaveLength(1);
  expect(tidied(customer, store.around(at('2026-04-01 12:30'))).carts).toEqual([]);
});

test('tidying twice changes nothing more', () => {
  const store = storeWith([transactional(), afterParcel]);
  const { customer } = store.given(placed('o-1', monday), timer('thanks'));
  const around = store.around(at('2026-03-20 12:00'));
  expect(tidied(tidied(customer, around), around)).toEqual(tidied(customer, around));
});
