import { expect, test } from 'vitest';
import { afterPurchase } from '../../../shared/programs/after-purchase/after-purchase.ts';
import { orderThanks } from '../../../shared/programs/after-purchase/order-thanks.ts';
import { silent } from '../../support/silent-store.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { orderOf, storefront } from '../../support/storefront.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo

const anotherTea = { id: 'o-2', items: [{ productId: 'p-2', name: '春の野草茶', quantity: 1 }] };

async function storeWithOrder() {
  const store = storeInMemory({ startAt: monday, scenarios: [orderThanks, afterPurchase] });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday)));
  return store;
}

test('an order nobody ships is taken to arrive after five days, and four letters follow at ten', async () => {
  const store = await storeWithOrder();
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-02 12:30 order-thanks__thanks',
    '2026-03-14 10:00 after-purchase__any-trouble',
    '2026-03-21 10:00 after-purchase__using-it-well',
    '2026-04-06 10:00 after-purchase__other-voices',
    '2026-05-06 10:00 after-purchase__continue',
  ]);
});

test('a shipping moves the story to two days of transit, a delivery to the day itself', async () => {
  const store = await storeWithOrder();
  await store.pass('2026-03-03T01:00:00Z');
  await store.put(store.event('OrderShipped', orderDetail('o-1', '2026-03-03T01:00:00Z')));
  await store.pass({ days: 9 });
  expect(store.calendar('Asia/Tokyo')[1]).toBe('2026-03-12 10:00 after-purchase__any-trouble');
  await store.put(store.event('OrderDelivered', orderDetail('o-1', '2026-03-08T02:00:00Z')));
  await store.pass({ days: 12 });
  expect(store.calendar('Asia/Tokyo').slice(2)).toEqual(['2026-03-22 10:00 after-purchase__using-it-well']);
});

test('a second order closes the first story with its goal met and tells only its own', async () => {
  const store = await storeWithOrder();
  await store.pass({ days: 14 });
  const second = '2026-03-16T03:30:00Z';
  await store.put(store.event('OrderPlaced', orderDetail('o-2', second, { order: anotherTea })));
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-02 12:30 order-thanks__thanks',
    '2026-03-14 10:00 after-purchase__any-trouble',
    '2026-03-16 12:30 order-thanks__thanks',
    '2026-03-28 10:00 after-purchase__any-trouble',
    '2026-04-04 10:00 after-purchase__using-it-well',
    '2026-04-20 10:00 after-purchase__other-voices',
    '2026-05-20 10:00 after-purchase__continue',
  ]);
  expect(store.world.metrics.of('GoalReached', 'after-purchase')).toBe(1);
});

test.each(['OrderReturned', 'OrderCancelled'] as const)('%s of the order ends its story', async (ending) => {
  const store = await storeWithOrder();
  await store.pass({ days: 14 });
  await store.put(store.event(ending, orderDetail('o-1', '2026-03-16T03:30:00Z')));
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
});

test('a return of another order leaves the story alone', async () => {
  const store = await storeWithOrder();
  await store.put(store.event('OrderReturned', orderDetail('o-0', monday)));
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(5);
});

test('a customer who moved to New York gets the rest at her own ten o’clock', async () => {
  const store = await storeWithOrder();
  await store.pass({ days: 14 });
  const moved = { customer: { id: 'c-1', timeZone: 'America/New_York' }, occurredAt: '2026-03-16T03:00:00Z' };
  await store.put(store.event('CustomerUpdated', { eventId: 'moved', ...moved }));
  await store.pass({ days: 7 });
  expect(store.calendar('America/New_York')[2]).toBe('2026-03-20 10:00 after-purchase__using-it-well');
});

test('without consent to marketing she gets the thanks alone, and nothing is told of what slept', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [orderThanks, afterPurchase] });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday, { customer: silent })));
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-02 12:30 order-thanks__thanks']);
  expect((await store.touchpoints('c-1')).map(({ step }) => step)).toEqual(['thanks']);
  expect(store.world.timers.pending()).toEqual([]);
});

test('a piece that lasts a month is asked after a week before it is used up, ahead of the voices', async () => {
  const shop = storefront([afterPurchase]);
  const items = [{ productId: 'p-1', name: '野草茶', quantity: 1, supplyDays: 30 }];
  await shop.tell('OrderPlaced', orderOf('o-1', { items }));
  await shop.pass({ days: 100 });
  expect(shop.mails()).toEqual([
    '03-14 10:00 after-purchase/any-trouble',
    '03-21 10:00 after-purchase/using-it-well',
    '03-30 10:00 after-purchase/continue',
    '04-06 10:00 after-purchase/other-voices',
  ]);
});

test('a piece that lasts three months is asked after a week before it is used up', async () => {
  const shop = storefront([afterPurchase]);
  const items = [{ productId: 'p-1', name: '野草茶', quantity: 1, supplyDays: 90 }];
  await shop.tell('OrderPlaced', orderOf('o-1', { items }));
  await shop.pass({ days: 100 });
  expect(shop.mails().slice(2)).toEqual([
    '04-06 10:00 after-purchase/other-voices',
    '05-29 10:00 after-purchase/continue',
  ]);
});

test('three parcels in a week get one story', async () => {
  const shop = storefront([afterPurchase]);
  for (const id of ['o-1', 'o-2', 'o-3']) {
    await shop.tell('OrderPlaced', orderOf(id));
    await shop.pass({ days: 2 });
  }
  await shop.pass({ days: 100 });
  expect(shop.mails().filter((mail) => mail.includes('any-trouble'))).toEqual([
    '03-18 10:00 after-purchase/any-trouble',
  ]);
});

test('what she has bought before needs no second lesson', async () => {
  const shop = storefront([afterPurchase]);
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ days: 100 });
  await shop.tell('OrderPlaced', orderOf('o-2'));
  await shop.pass({ days: 100 });
  expect(shop.mails().filter((mail) => mail.includes('using-it-well'))).toHaveLength(1);
  expect(await shop.skipped()).toContain('using: when-not-met');
});

test('a subscriber is not asked to go on', async () => {
  const shop = storefront([afterPurchase]);
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.tell('SubscriptionStarted', { subscription: { id: 'sub-1', productId: 'p-1' } });
  await shop.pass({ days: 100 });
  expect(shop.mails().some((mail) => mail.includes('continue'))).toBe(false);
  expect(await shop.skipped()).toEqual(['continue: when-not-met']);
});
