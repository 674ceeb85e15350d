/** The edge of the ledger: what leaves it, what is summed up then, and what a late fact brings back. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { applyEvents } from '../../../../shared/core/enrolments/apply-events.ts';
import type { StoreEvent } from '../../../../shared/core/events/event.ts';
import { maxOrders, mayHaveLeft } from '../../../../shared/core/facts/orders/order-ledger.ts';
import { lifecycleAsked } from '../../../../shared/core/questions/purchases.ts';
import { filterMoments } from '../../../../shared/core/questions/segment-moments.ts';
import { type Customer, newCustomer } from '../../../../shared/core/record/customer.ts';
import type { LedgerOrder } from '../../../../shared/core/record/orders/ledger-entry.ts';
import { monthsOfYear } from '../../../../shared/core/record/orders/orders-by-month.ts';
import { orderEvent, placed } from '../../../support/events.ts';
import { settings, storeWith } from '../../../support/given.ts';

const store = storeWith([]);
const noon = Temporal.Instant.from('2026-01-01T03:00:00Z');
const day = (n: number) => noon.add({ hours: 24 * n });
const order = (n: number, currency = 'JPY', total = 1000) =>
  placed(`o-${n}`, day(n).toString(), { order: { total, currency } });

/** One save for each batch; what lies beside the record is kept in `items`, as the service does. */
function told(batches: readonly (readonly StoreEvent[])[]) {
  const items = new Map<string, LedgerOrder>();
  let customer: Customer = newCustomer('mori', 'c-1');
  for (const batch of batches) {
    const at = batch.at(-1)?.occurredAt ?? noon;
    const applied = applyEvents(customer, batch, { ...store.around(at), beyond: items });
    for (const effect of applied.before)
      if (effect.do === 'order' && effect.entry) items.set(effect.id, effect.entry);
    customer = applied.customer;
  }
  return { customer, items };
}
const one = (event: StoreEvent) => [event];
const asked = (customer: Customer, at: Temporal.Instant) => lifecycleAsked(customer, { at, settings });
const orders = (count: number) => Array.from({ length: count }, (_, n) => order(n));

test('thirty orders of a year count and are summed up, though the ledger holds the newest alone', () => {
  const { customer, items } = told(orders(30).map(one));
  expect(customer.orders).toHaveLength(maxOrders);
  expect(customer.months).toEqual([{ month: '2026-01', currency: 'JPY', orders: 6, spent: 6000 }]);
  expect(asked(customer, day(30))).toMatchObject({
    orders: 30,
    ordersIn365Days: 30,
    spentIn365Days: { JPY: 30_000 },
  });
  expect([...items.keys()]).toEqual(['o-0', 'o-1', 'o-2', 'o-3', 'o-4', 'o-5']);
});

test('each currency has a sum of its own, and nothing is summed up of what is no purchase', () => {
  const mixed = [
    order(0, 'USD', 40),
    order(1),
    orderEvent('OrderCancelled', 'o-1', day(1).toString()),
    placed('o-2', day(2).toString(), { order: { total: 500, currency: 'JPY', origin: 'exchange' } }),
    placed('o-3', day(3).toString(), {
      order: { total: 700, currency: 'JPY' },
      payment: { timing: 'before' },
    }),
  ];
  const later = Array.from({ length: maxOrders }, (_, n) => order(10 + n));
  expect(told([...mixed, ...later].map(one)).customer.months).toEqual([
    { month: '2026-01', currency: 'USD', orders: 1, spent: 40 },
  ]);
});

test('a refund of the oldest of thirty orders lowers what was spent, a cancellation the count besides', () => {
  const late = orderEvent('OrderRefunded', 'o-0', day(40).toString(), {
    refund: { id: 'r-1', amount: 400, currency: 'JPY' },
  });
  const back = told([...orders(30), late].map(one)).customer;
  expect(asked(back, day(40))).toMatchObject({
    orders: 30,
    ordersIn365Days: 30,
    spentIn365Days: { JPY: 29_600 },
  });
  expect(back.orders.some(({ id }) => id === 'o-0')).toBe(true);
  const cancelled = orderEvent('OrderCancelled', 'o-0', day(41).toString());
  const gone = told([...orders(30), late, cancelled].map(one)).customer;
  expect(asked(gone, day(41))).toMatchObject({
    orders: 29,
    ordersIn365Days: 29,
    spentIn365Days: { JPY: 29_000 },
  });
});

test('each fact of an order that left counts once, however often it comes and goes', () => {
  const refund = (id: string, n: number) =>
    orderEvent('OrderRefunded', 'o-0', day(n).toString(), { refund: { id, amount: 100, currency: 'JPY' } });
  const first = [...orders(30), refund('r-1', 0)];
  const more = Array.from({ length: 30 }, (_, n) => order(50 + n));
  const { customer } = told(
    [...first, refund('r-1', 0), ...more, refund('r-1', 0), refund('r-2', 90)].map(one),
  );
  expect(asked(customer, day(90))).toMatchObject({ orders: 60, spentIn365Days: { JPY: 59_800 } });
});

test('in one batch orders leave as they were saved, and never what the batch itself has told', () => {
  const before = told(orders(24).map(one)).customer;
  const batch = Array.from({ length: 10 }, (_, n) => placed(`p-${n}`, day(-9 + n).toString()));
  const applied = applyEvents(before, batch, store.around(day(30)));
  expect(applied.customer.orders).toHaveLength(maxOrders);
  expect(batch.every(({ detail }) => applied.customer.orders.some(({ id }) => id === detail.order?.id))).toBe(
    true,
  );
  const left = applied.before.flatMap((effect) => (effect.do === 'order' ? (effect.entry ?? []) : []));
  expect(left).toEqual(before.orders.slice(0, 10));
});

test('of a batch that the ledger cannot hold no entry is kept that was never saved, and its orders count', () => {
  const applied = applyEvents(newCustomer('mori', 'c-1'), orders(30), store.around(day(30)));
  expect(applied.before.some((effect) => effect.do === 'order' && effect.entry)).toBe(false);
  expect(applied.customer.orders).toHaveLength(maxOrders);
  expect(asked(applied.customer, day(30))).toMatchObject({ orders: 30, spentIn365Days: { JPY: 30_000 } });
});

test('a repeat, of an order in the ledger or beyond it, keeps nothing beside the record', () => {
  const { customer, items } = told(orders(30).map(one));
  for (const n of [0, 29]) {
    const here = { ...store.around(day(31)), beyond: items };
    expect(applyEvents(customer, [order(n)], here)).toMatchObject({ changed: false, before: [] });
  }
});

test('a word of the item that no saved record has taken is no repeat', () => {
  const { customer, items } = told(orders(30).map(one));
  const again = order(2);
  const here = { ...store.around(day(31)), beyond: items };
  expect(applyEvents(customer, [again], here)).toMatchObject({ changed: false });
  const lost = new Map([['o-2', { ...(items.get('o-2') as LedgerOrder), seen: [] }]]);
  expect(applyEvents(customer, [again], { ...here, beyond: lost }).changed).toBe(true);
});

test('a month counts until its last moment is a year ago, and the customer is looked at then', () => {
  const { customer } = told(orders(30).map(one));
  const filter = { the: 'customer.lifecycle.spentIn365Days.JPY', atLeast: 1 } as const;
  const leaves = Temporal.Instant.from('2027-02-01T00:00:00Z');
  const soon = filterMoments(filter, customer, day(200), settings).map(String);
  expect(soon).toContain(leaves.toString());
  const spentAt = (at: Temporal.Instant) => asked(customer, at).spentIn365Days.JPY ?? 0;
  expect(spentAt(leaves.subtract({ seconds: 1 })) - spentAt(leaves)).toBe(6000);
});

test('what no year counts any more leaves the record, and of too many sums the oldest', () => {
  const later = told([...orders(30), placed('x', day(500).toString())].map(one)).customer;
  expect(later.months).toBeUndefined();
  const sums = Array.from({ length: 60 }, (_, n) => ({
    month: n < 30 ? '2026-01' : '2026-02',
    currency: `X${n}`,
    orders: 1,
    spent: 1,
  }));
  const left = monthsOfYear(sums, day(60));
  expect(left).toHaveLength(48);
  expect(left?.filter(({ month }) => month === '2026-02')).toHaveLength(30);
});

test('an order of which only its end was told may have left by a clock that was behind, and be placed after what has left', () => {
  const ended = orderEvent('OrderCancelled', 'o-1', noon.toString());
  const burst = Array.from({ length: maxOrders }, (_, n) =>
    placed(`o-b${n}`, noon.add({ seconds: n + 1 }).toString()),
  );
  const { customer, items } = told([ended, ...burst].map(one));
  expect(items.get('o-1')?.seen).toEqual(['OrderCancelled']);
  const placedLater = (seconds: number) => placed('o-1', noon.add({ seconds }).toString());
  expect([0, 12, 600].map((seconds) => mayHaveLeft(placedLater(seconds), customer))).toEqual([
    true,
    true,
    true,
  ]);
  expect(mayHaveLeft(placedLater(2 * 3600), customer)).toBe(false);
});
