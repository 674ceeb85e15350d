import { expect, test } from 'vitest';
import { backInStock } from '../../../shared/programs/back-in-stock/back-in-stock.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';
import { someone, spreadToEverybody } from '../../support/store-wide.ts';

const noon = '2026-03-10T03:00:00Z'; // 12:00 in Tokyo

/** c-1 asked for p-9, c-2 for p-8. */
async function storeWithTwo() {
  const store = storeInMemory({ startAt: noon, scenarios: [{ ...backInStock, enabled: true }] });
  for (const [id, product] of [
    ['c-1', 'p-9'],
    ['c-2', 'p-8'],
  ] as const) {
    const asked = { eventId: id, occurredAt: noon, customer: someone(id), product: { id: product } };
    await store.put(store.event('RestockRequested', asked));
  }
  return store;
}

const honey = (stock?: number) => ({
  product: { id: 'p-9', name: '森のはちみつ', url: 'https://shop.example.com/p-9', stock },
});

test('who asked for a product hears that it is back, and nobody else', async () => {
  const store = await storeWithTwo();
  await store.pass({ days: 5 });
  await spreadToEverybody(store, 'ProductRestocked', honey(5));
  await store.pass({ days: 5 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-15 12:00 back-in-stock__back']);
  expect(store.world.mailer.mails[0]?.to).toBe('c-1@example.com');
  expect(store.world.mailer.mails[0]?.text).toContain('森のはちみつ');
});

test('she hears it once, however often it comes back', async () => {
  const store = await storeWithTwo();
  for (let time = 0; time < 3; time += 1) {
    await spreadToEverybody(store, 'ProductRestocked', honey());
    await store.pass({ days: 2 });
  }
  expect(store.calendar('Asia/Tokyo')).toHaveLength(1);
});

test('a product of which there is none is not told of', async () => {
  const store = await storeWithTwo();
  await spreadToEverybody(store, 'ProductRestocked', honey(0));
  await store.pass({ days: 2 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});
