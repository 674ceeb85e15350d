import { expect, test } from 'vitest';
import { vipRemembered } from '../../../shared/programs/win-back/vip-remembered.ts';
import { winBack } from '../../../shared/programs/win-back/win-back.ts';
import { hers, labelsOf, orders } from '../../support/events-of-hana.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
const open = () => storeInMemory({ startAt: monday, scenarios: [vipRemembered, { ...winBack, holdout: 0 }] });

test('news comes on day 97, two coupons follow, and a year ends with a farewell', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass({ days: 400 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-06-07 10:00 win-back__news',
    '2026-06-20 10:00 win-back__coupon',
    '2026-07-02 10:00 win-back__ends-soon',
    '2026-09-13 10:00 win-back__coupon',
    '2027-03-02 10:00 win-back__farewell',
  ]);
});

test('a former VIP is greeted as one, and her two coupons are the larger ones', async () => {
  const store = open();
  for (const id of ['o-1', 'o-2', 'o-3', 'o-4']) {
    await orders(store, id, { total: 9000 });
    await store.pass({ hours: 1 });
  }
  expect(await labelsOf(store)).toContain('was-vip');
  await store.pass({ days: 400 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-06-07 10:00 win-back__news-vip',
    '2026-06-20 10:00 win-back__coupon',
    '2026-09-13 10:00 win-back__coupon-vip',
    '2026-09-25 10:00 win-back__ends-soon',
    '2027-03-02 10:00 win-back__farewell',
  ]);
});

test('a coupon and its reminder show the same code, the next coupon another one', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass({ days: 200 });
  const codes = store.world.mailer.mails.map(({ text }) => /(?:コード：)\s*([A-Z0-9]{10})/.exec(text)?.[1]);
  expect(codes[1]).toBeDefined();
  expect(codes[2]).toBe(codes[1]);
  expect(codes[3]).not.toBe(codes[1]);
});

test('an order in any channel ends the calls', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass('2026-06-15T03:00:00Z');
  await orders(store, 'o-2', { orderedVia: 'phone' });
  await store.pass({ days: 90 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-06-07 10:00 win-back__news']);
  expect(store.world.metrics.of('GoalReached', 'win-back')).toBe(1);
});

test('who was called back this year is not called again', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass('2026-06-21T03:00:00Z');
  await orders(store, 'o-2');
  await store.pass({ days: 200 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-06-07 10:00 win-back__news',
    '2026-06-20 10:00 win-back__coupon',
  ]);
});

test('a subscriber is not called back', async () => {
  const store = open();
  await orders(store, 'o-1');
  await hers(store, 'SubscriptionStarted', { subscription: { id: 's-1', productId: 'p-1' } });
  await store.pass({ days: 200 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('who begins a subscription while she is called is left alone from then on', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass('2026-06-15T03:00:00Z');
  await hers(store, 'SubscriptionStarted', { subscription: { id: 's-1', productId: 'p-1' } });
  await store.pass({ days: 200 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-06-07 10:00 win-back__news']);
});
