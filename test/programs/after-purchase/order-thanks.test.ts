import { expect, test } from 'vitest';
import { orderThanks } from '../../../shared/programs/after-purchase/order-thanks.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';

const night = '2026-03-02T17:30:00Z'; // 02:30 in Tokyo

test('an order in the night is thanked for at once, once, however often it is told', async () => {
  const store = storeInMemory({ startAt: night, scenarios: [orderThanks] });
  const order = orderDetail('o-1', night);
  await store.put(store.event('OrderPlaced', order));
  await store.put(store.event('OrderPlaced', { ...order, eventId: 'another-id' }));
  await store.pass({ hours: 1 });
  await store.put(store.event('OrderPlaced', order));
  await store.pass({ days: 3 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-03 02:30 order-thanks__thanks']);
});

test('each of two orders is thanked for', async () => {
  const store = storeInMemory({ startAt: night, scenarios: [orderThanks] });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', night)));
  await store.put(store.event('OrderPlaced', orderDetail('o-2', '2026-03-02T17:29:00Z')));
  await store.pass({ hours: 1 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
});

test('an order whose cancellation came first is not thanked for', async () => {
  const store = storeInMemory({ startAt: night, scenarios: [orderThanks] });
  await store.put(store.event('OrderCancelled', orderDetail('o-1', night)));
  await store.put(store.event('OrderPlaced', orderDetail('o-1', '2026-03-02T17:00:00Z')));
  await store.pass({ days: 3 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('an order told four days late is too late to be thanked for, and is counted all the same', async () => {
  const store = storeInMemory({ startAt: night, scenarios: [orderThanks] });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', '2026-02-26T17:00:00Z')));
  await store.pass({ days: 1 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
  expect((await store.world.customers.load('c-1'))?.lifecycle.orders).toBe(1);
});

test('a test order changes nothing', async () => {
  const store = storeInMemory({ startAt: night, scenarios: [orderThanks] });
  await store.put(
    store.event('OrderPlaced', orderDetail('o-1', night, { order: { id: 'o-1', isTest: true } })),
  );
  await store.pass({ days: 1 });
  expect(await store.world.customers.load('c-1')).toBeUndefined();
});
