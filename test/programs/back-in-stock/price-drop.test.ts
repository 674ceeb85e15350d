import { expect, test } from 'vitest';
import { priceDrop } from '../../../shared/programs/back-in-stock/price-drop.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { someone, spreadToEverybody } from '../../support/store-wide.ts';

const noon = '2026-03-10T03:00:00Z'; // 12:00 in Tokyo

/** c-1 has looked at p-9. */
async function storeWithLook() {
  const store = storeInMemory({ startAt: noon, scenarios: [{ ...priceDrop, enabled: true }] });
  const looked = { eventId: 'v', occurredAt: noon, customer: someone(), product: { id: 'p-9' } };
  await store.put(store.event('ProductViewed', looked));
  return store;
}

const honey = (price: number, previousPrice?: number, id = 'p-9') => ({
  product: {
    id,
    name: '森のはちみつ',
    url: 'https://shop.example.com/p-9',
    price,
    previousPrice,
    currency: 'JPY',
  },
});

test('who looked at a product hears of its lower price the next morning, once', async () => {
  const store = await storeWithLook();
  await spreadToEverybody(store, 'ProductPriceChanged', honey(900, 1200));
  await store.pass({ days: 5 });
  await spreadToEverybody(store, 'ProductPriceChanged', honey(800, 900));
  await store.pass({ days: 5 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-11 10:00 price-drop__lower-price']);
});

test.each([
  ['a higher price', honey(1500, 1200)],
  ['a price without the one before', honey(900)],
  ['the price of something else', honey(900, 1200, 'p-8')],
])('%s is told to nobody', async (_, detail) => {
  const store = await storeWithLook();
  await spreadToEverybody(store, 'ProductPriceChanged', detail);
  await store.pass({ days: 5 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('who owns it already is not told, and who orders before the morning neither', async () => {
  const items = [{ productId: 'p-9', quantity: 1 }];
  for (const owns of [true, false]) {
    const store = await storeWithLook();
    const bought = orderDetail('o-1', '2026-03-10T03:10:00Z', { order: { id: 'o-1', items } });
    if (owns) await store.pass({ minutes: 10 });
    if (owns) await store.put(store.event('OrderPlaced', bought));
    await spreadToEverybody(store, 'ProductPriceChanged', honey(900, 1200));
    if (!owns) await store.pass({ minutes: 10 });
    if (!owns) await store.put(store.event('OrderPlaced', bought));
    await store.pass({ days: 5 });
    expect(store.calendar('Asia/Tokyo')).toEqual([]);
  }
});
