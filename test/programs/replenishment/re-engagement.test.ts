import { expect, test } from 'vitest';
import { reEngagement } from '../../../shared/programs/replenishment/re-engagement.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { someone } from '../../support/store-wide.ts';

const noon = '2026-01-05T03:00:00Z'; // 12:00 in Tokyo

async function registered() {
  const store = storeInMemory({ startAt: noon, scenarios: [{ ...reEngagement, enabled: true }] });
  await store.put(store.event('CustomerRegistered', { eventId: 'r', occurredAt: noon, customer: someone() }));
  return store;
}

test('after 45 days without a sign three letters call her back, the last with a coupon of her own', async () => {
  const store = await registered();
  await store.pass({ days: 120 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-02-20 10:00 re-engagement__why-you-came',
    '2026-02-27 10:00 re-engagement__what-is-new',
    '2026-03-09 10:00 re-engagement__for-you',
  ]);
  expect(store.world.mailer.mails.at(-1)?.text).toMatch(/クーポンコード：\s*[A-Z0-9]{10}/);
});

test('a visit on the way ends the story', async () => {
  const store = await registered();
  await store.pass('2026-02-22T03:00:00Z');
  await store.put(
    store.event('ProductViewed', {
      eventId: 'v',
      occurredAt: '2026-02-22T03:00:00Z',
      customer: someone(),
      product: { id: 'p-1', name: 'Forest honey' },
    }),
  );
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(1);
});

test('an order on the way meets the goal', async () => {
  const store = await registered();
  await store.pass('2026-02-22T03:00:00Z');
  await store.put(store.event('OrderPlaced', orderDetail('o-1', '2026-02-22T03:00:00Z')));
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(1);
});

test('a sign every month keeps her out', async () => {
  const store = await registered();
  for (const month of ['02', '03', '04']) {
    const at = `2026-${month}-04T03:00:00Z`;
    await store.pass(at);
    const looked = { customer: someone(), product: { id: 'p-1', name: 'Forest honey' } };
    await store.put(store.event('ProductViewed', { eventId: at, occurredAt: at, ...looked }));
  }
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});
