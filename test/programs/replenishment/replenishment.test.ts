import { expect, test } from 'vitest';
import { afterPurchase } from '../../../shared/programs/after-purchase/after-purchase.ts';
import { replenishment } from '../../../shared/programs/replenishment/replenishment.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { someone } from '../../support/store-wide.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo

const orderOf = (id: string, at: string, more: Record<string, unknown> = {}, quantity = 1) => {
  const items = [{ productId: 'p-1', name: 'Forest honey', quantity, supplyDays: 30 }];
  return orderDetail(id, at, { order: { id, currency: 'JPY', total: 5400, items, ...more } });
};

async function ordered(more: Record<string, unknown> = {}, quantity = 1) {
  const store = storeInMemory({ startAt: monday, scenarios: [replenishment] });
  await store.put(store.event('OrderPlaced', orderOf('o-1', monday, more, quantity)));
  return store;
}

test('two days before a month’s supply ends she is asked, and once more a month later', async () => {
  const store = await ordered();
  await store.pass({ days: 200 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-04-04 10:00 replenishment__running-low',
    '2026-05-04 10:00 replenishment__running-low',
  ]);
});

test('three jars last three times as long', async () => {
  const store = await ordered({}, 3);
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')[0]).toBe('2026-06-03 10:00 replenishment__running-low');
});

test('the next order meets the goal and begins the count anew', async () => {
  const store = await ordered();
  await store.pass('2026-03-20T03:30:00Z');
  await store.put(store.event('OrderPlaced', orderOf('o-2', '2026-03-20T03:30:00Z')));
  await store.pass({ days: 40 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-04-22 10:00 replenishment__running-low']);
  expect(store.world.metrics.of('GoalReached', 'replenishment')).toBe(1);
});

test('a gift is not counted as a supply at home', async () => {
  const store = await ordered({ gift: true });
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('what nobody said how long it lasts is not asked about', async () => {
  const store = await ordered({ items: [{ productId: 'p-1', quantity: 1 }] });
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test.each(['before', 'after'])('a subscription that starts %s the order leaves no question', async (when) => {
  const store = storeInMemory({ startAt: monday, scenarios: [replenishment] });
  const order = store.event('OrderPlaced', orderOf('o-1', monday));
  const started = store.event('SubscriptionStarted', {
    eventId: 's',
    occurredAt: monday,
    customer: someone(),
    subscription: { id: 'sub-1', productId: 'p-1' },
  });
  for (const event of when === 'before' ? [started, order] : [order, started]) await store.put(event);
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('a returned order is not asked about', async () => {
  const store = await ordered();
  await store.pass({ days: 10 });
  await store.put(store.event('OrderReturned', orderOf('o-1', '2026-03-12T03:30:00Z')));
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('with a cart already filled she is not asked', async () => {
  const store = await ordered();
  await store.pass('2026-04-03T03:30:00Z');
  await store.put(
    store.event('CartUpdated', {
      eventId: 'cart',
      occurredAt: '2026-04-03T03:30:00Z',
      customer: someone(),
      cart: { id: 'k-1', items: [{ productId: 'p-1', quantity: 1 }] },
    }),
  );
  await store.pass({ days: 3 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
  const [touchpoint] = await store.touchpoints('c-1');
  expect(touchpoint).toMatchObject({ state: 'skipped', because: 'when-not-met' });
});

test('where after-purchase has just asked she is asked only a month later', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [afterPurchase, replenishment] });
  const items = [{ productId: 'p-1', name: 'Forest honey', quantity: 1, supplyDays: 30 }];
  await store.put(store.event('OrderPlaced', orderOf('o-1', monday, { items })));
  await store.pass({ days: 100 });
  const asked = store.calendar('Asia/Tokyo').filter((line) => /continue|running-low/.test(line));
  expect(asked).toEqual([
    '2026-03-30 10:00 after-purchase__continue',
    '2026-05-04 10:00 replenishment__running-low',
  ]);
});

test('each product runs out for itself, from its arrival and by its quantity', async () => {
  const tea = { productId: 'tea', name: 'Tea', quantity: 1, supplyDays: 30 };
  const honey = { productId: 'honey', name: 'Honey', quantity: 2, supplyDays: 60 };
  const store = await ordered({ items: [tea, honey] });
  await store.pass('2026-03-12T01:00:00Z');
  await store.put(store.event('OrderDelivered', orderOf('o-1', '2026-03-12T01:00:00Z')));
  await store.pass({ days: 200 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-04-09 10:00 replenishment__running-low', // 12 March and 30 days, two before
    '2026-07-08 10:00 replenishment__running-low', // and 120 days
    '2026-08-07 10:00 replenishment__running-low',
  ]);
});

test('what came back or never came does not run out', async () => {
  const tea = { productId: 'tea', name: 'Tea', quantity: 1, supplyDays: 30 };
  const honey = { productId: 'honey', name: 'Honey', quantity: 2, supplyDays: 60 };
  const store = await ordered({ items: [tea, honey] });
  await store.pass({ days: 8 });
  const back = {
    ...orderOf('o-1', '2026-03-10T03:30:00Z', { items: undefined }),
    refund: { id: 'r-1', items: [tea, { ...honey, quantity: 1 }] },
  };
  await store.put(store.event('OrderReturned', back));
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-05-04 10:00 replenishment__running-low',
    '2026-06-03 10:00 replenishment__running-low',
  ]);
});
