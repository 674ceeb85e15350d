/** What is kept of an order beside the record: which facts, how much of each, and what they come to in any order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoreEvent } from '../../../../shared/core/events/event.ts';
import { withFact } from '../../../../shared/core/facts/orders/order-entry.ts';
import { factToKeep } from '../../../../shared/core/facts/orders/order-item-facts.ts';
import { stateOfItem } from '../../../../shared/core/facts/orders/order-item-state.ts';
import type { KeptOrder } from '../../../../shared/core/record/orders/kept-order.ts';
import type { LedgerOrder } from '../../../../shared/core/record/orders/ledger-entry.ts';
import { delivered, orderEvent, placed, shipped } from '../../../support/events.ts';
import { storeWith } from '../../../support/given.ts';

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')} 12:00`;
const shop = { timeZone: 'Asia/Tokyo', market: 'JP' };
const refunded = (id: string | undefined, amount: number | undefined, n: number, extra = {}) =>
  orderEvent('OrderRefunded', 'o-1', day(n), { refund: { id, amount, currency: 'JPY', ...extra } });
const items = [
  { productId: 'p-1', name: '化粧水', quantity: 2, unitPrice: 2000 },
  { productId: 'p-2', name: '美容液', quantity: 1, unitPrice: 1400 },
];
const placing = placed('o-1', day(2), {
  order: { number: '#1001', total: 5400, currency: 'JPY', items, coupon: 'HELLO10' },
  payment: { method: 'convenience-store', deadline: '2026-03-06' },
});

test('a placed order is kept whole, without the customer', () => {
  const kept = factToKeep(placing, undefined);
  expect(kept).toEqual({
    word: 'OrderPlaced',
    fact: { at: '2026-03-02T03:00:00Z', order: placing.detail.order, payment: placing.detail.payment },
  });
  expect(JSON.stringify(kept)).not.toContain('hana@example.com');
});

test.each([
  ['OrderPaid', {}, true],
  ['PaymentFailed', {}, true],
  ['OrderCancelled', {}, true],
  ['OrderReturned', {}, true],
  ['OrderRefunded', {}, true],
  ['OrderExchanged', {}, true],
  ['DeliveryFailed', { shipment: { reason: 'refused' } }, true],
  ['DeliveryFailed', { shipment: { reason: 'absent' } }, false],
  ['OrderShipped', {}, false],
  ['OrderDelayed', {}, false],
  ['OrderDelivered', {}, false],
] as const)('%s %j is kept: %s', (name, parts, isKept) => {
  const kept = factToKeep(orderEvent(name, 'o-1', day(3), parts), undefined);
  expect(typeof kept === 'object').toBe(isKept);
});

test('what is told a second time with a long refund is cut to what decides, and comes to the same', () => {
  const long = Array.from({ length: 60 }, (_, n) => ({
    productId: `p-${n % 5}`,
    name: `とても長い商品名 ${n}`,
    quantity: 1,
  }));
  const event = refunded('r-1', 300, 4, { items: long });
  const kept = factToKeep(event, undefined);
  expect(JSON.stringify(kept).length).toBeLessThan(1100);
  const item = itemOf([placing, event]);
  expect(stateOfItem(item, shop)).toEqual(ledgerOf([placing, event]));
});

test('of an order with very many parts no more is kept, and what is left out is counted', () => {
  const parts = Array.from({ length: 30 }, (_, n) => refunded(`r-${n}`, 1, 3));
  const store = storeWith([]);
  const { customer } = store.given(placing, ...parts.slice(0, 29));
  const { effects } = store.from(customer).when(parts[29] as StoreEvent);
  expect(effects.filter((effect) => effect.do === 'order')).toEqual([
    { do: 'order', id: 'o-1', facts: {}, isLeftOut: true },
  ]);
  const cancelled = store.from(customer).when(orderEvent('OrderCancelled', 'o-1', day(9)));
  expect(cancelled.effects).toContainEqual(
    expect.objectContaining({
      do: 'order',
      facts: expect.objectContaining({ OrderCancelled: expect.anything() }),
    }),
  );
});

test('an order of two thousand lines is no fact of its item', () => {
  const many = Array.from({ length: 2000 }, (_, n) => ({
    productId: `p-${n}`,
    name: `とても長い商品名 ${n}`,
  }));
  expect(factToKeep(placed('o-1', day(2), { order: { items: many } }), undefined)).toBe('left-out');
});

/** The item that these events leave, in whatever order they are told. */
function itemOf(events: readonly StoreEvent[]): KeptOrder {
  const kept = events.map((event) => factToKeep(event, undefined));
  const facts = kept.flatMap((one) => (typeof one === 'object' ? [[one.word, one.fact] as const] : []));
  return { id: 'o-1', facts: Object.fromEntries(facts) };
}

const ledgerOf = ([first, ...others]: readonly StoreEvent[]) => {
  const start: LedgerOrder = { id: 'o-1', seen: [], at: (first as StoreEvent).occurredAt };
  return [first as StoreEvent, ...others].reduce((entry, event) => withFact(entry, event, shop), start);
};
const inNoOrder = (entry: ReturnType<typeof stateOfItem>) => ({ ...entry, seen: entry?.seen.toSorted() });

const facts: readonly StoreEvent[] = [
  placing,
  orderEvent('OrderPaid', 'o-1', day(3)),
  orderEvent('PaymentFailed', 'o-1', day(3)),
  refunded('r-1', 300, 4),
  refunded('r-2', undefined, 5, { items: [{ productId: 'p-1', quantity: 1 }] }),
  orderEvent('OrderReturned', 'o-1', day(6), { refund: { id: 'r-3', items: [{ productId: 'p-2' }] } }),
  orderEvent('OrderExchanged', 'o-1', day(7)),
  orderEvent('DeliveryFailed', 'o-1', day(8), { shipment: { id: 's-1', reason: 'refused' } }),
  orderEvent('OrderCancelled', 'o-1', day(9)),
];

test('the facts of an item come to the same in whatever order they are told, and to what the ledger makes of them', () => {
  const some = fc.shuffledSubarray([...facts], { minLength: 1 });
  fc.assert(
    fc.property(some, (told) => {
      const state = stateOfItem(itemOf(told), shop);
      expect(state).toEqual(stateOfItem(itemOf([...told].reverse()), shop));
      expect(inNoOrder(state)).toEqual(inNoOrder(ledgerOf(told)));
    }),
  );
});

test('what left the ledger is the ground that later facts are added to, each once', () => {
  const parcels = [shipped('o-1', day(3), 's-1'), delivered('o-1', day(5), 's-1')];
  const entry = ledgerOf([placing, ...parcels, refunded('r-1', 300, 6)]);
  const item = { ...itemOf([placing, refunded('r-1', 300, 6), refunded('r-2', 200, 7)]), entry };
  expect(stateOfItem(item, shop)).toMatchObject({ deliveredAt: entry.deliveredAt, refunded: { JPY: 500 } });
  expect(stateOfItem({ id: 'o-1', facts: {} }, shop)).toBeUndefined();
});
