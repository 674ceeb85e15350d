import { expect, test } from 'vitest';
import { explainOrders } from '../../../shared/service/explaining/explain-order.ts';
import { orderDetail } from '../../support/store-in-memory.ts';
import { start, storeWithOrder } from '../../support/store-with-order.ts';

test('an order is told as it stands, from its item where it has left the record', async () => {
  const store = await storeWithOrder();
  const refund = { refund: { id: 'r-1', amount: 400, currency: 'JPY' } };
  await store.put(store.event('OrderRefunded', orderDetail('o-1', start, refund)));
  const customer = await store.world.customers.load('c-1');
  const [order] = customer?.orders ?? [];
  if (!customer || !order) throw new Error('the order is known');
  const about = { at: store.world.clock.now(), zone: 'Asia/Tokyo' };
  const line = 'Order o-1: placed 2026-03-02 12:30, paid back 400 JPY in minor units, it stands.';
  expect(explainOrders(customer, undefined, about)).toEqual([line]);
  const left = { ...customer, orders: [] };
  expect(explainOrders(left, undefined, about)).toEqual([]);
  expect(explainOrders(left, new Map([['o-1', order]]), about)).toEqual([line]);
  const asked = (change: object) =>
    explainOrders(left, new Map([['o-1', { ...order, ...change }]]), about)[0];
  expect(asked({ seen: ['OrderPlaced', 'OrderCancelled'] })).toMatch(/cancelled\.$/);
  expect(asked({ undone: 'returned' })).toMatch(/undone as a whole\.$/);
  expect(asked({ timing: 'before' })).toMatch(/still to be paid first\.$/);
});

test('of several parcels it is told that a part has left or come, until all have', async () => {
  const store = await storeWithOrder();
  const parcel = async (name: 'OrderShipped' | 'OrderDelivered', number: number) => {
    const shipment = { id: `s-${number}`, number, of: 2 };
    await store.put(store.event(name, orderDetail('o-1', start, { shipment })));
    const customer = await store.world.customers.load('c-1');
    if (!customer) throw new Error('the order is known');
    return explainOrders(customer, undefined, { at: store.world.clock.now(), zone: 'Asia/Tokyo' })[0];
  };
  expect(await parcel('OrderShipped', 1)).toMatch(/, a part shipped 2026-03-02 12:30, it stands\.$/);
  expect(await parcel('OrderDelivered', 1)).toMatch(
    /, a part shipped 2026-03-02 12:30, a part delivered 2026-03-02 12:30, it stands\.$/,
  );
  expect(await parcel('OrderShipped', 2)).toMatch(/, shipped .*, a part delivered .*, it stands\.$/);
  expect(await parcel('OrderDelivered', 2)).toMatch(/, shipped .*, delivered .*, it stands\.$/);
});
