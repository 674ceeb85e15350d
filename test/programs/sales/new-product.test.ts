import { expect, test } from 'vitest';
import { newProduct } from '../../../shared/programs/sales/new-product.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { someone, spreadToEverybody } from '../../support/store-wide.ts';

const noon = '2026-03-10T03:00:00Z'; // 12:00 in Tokyo
const honey = { product: { id: 'p-9', name: '春のはちみつ', url: 'https://shop.example.com/p-9' } };

/** c-1 has bought twice, c-2 never. */
async function storeWithTwo() {
  const store = storeInMemory({ startAt: noon, scenarios: [{ ...newProduct, enabled: true }] });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', '2026-02-01T03:00:00Z')));
  await store.put(store.event('OrderPlaced', orderDetail('o-2', '2026-02-20T03:00:00Z')));
  await store.put(
    store.event('CustomerRegistered', { eventId: 'r', occurredAt: noon, customer: someone('c-2') }),
  );
  return store;
}

test('regulars hear of a new product at once, all others the next morning', async () => {
  const store = await storeWithTwo();
  await spreadToEverybody(store, 'ProductAnnounced', honey);
  await store.pass({ days: 10 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-10 12:00 new-product__for-regulars',
    '2026-03-11 10:00 new-product__on-the-shelf',
  ]);
  expect(store.world.mailer.mails.map(({ to }) => to)).toEqual(['hana@example.com', 'c-2@example.com']);
});

test('a product announced twice is told once', async () => {
  const store = await storeWithTwo();
  await spreadToEverybody(store, 'ProductAnnounced', honey);
  await store.pass({ days: 3 });
  await spreadToEverybody(store, 'ProductAnnounced', honey);
  await store.pass({ days: 3 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
});

test('who buys before the morning is not written to', async () => {
  const store = await storeWithTwo();
  await spreadToEverybody(store, 'ProductAnnounced', honey);
  await store.pass({ hours: 2 });
  const bought = orderDetail('o-3', '2026-03-10T05:00:00Z', { customer: someone('c-2') });
  await store.put(store.event('OrderPlaced', bought));
  await store.pass({ days: 3 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(1);
});
