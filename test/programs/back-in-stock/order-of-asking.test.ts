/** Who asked first hears first, and no more customers than there are pieces. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { backInStock } from '../../../shared/programs/back-in-stock/back-in-stock.ts';
import { spreadStoreWide } from '../../../shared/service/intake/spread-store-wide.ts';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { exportCustomer } from '../../../shared/service/rights/export-customer.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';
import { someone, spreadToEverybody } from '../../support/store-wide.ts';

const monday = '2026-03-09T03:00:00Z'; // 12:00 in Tokyo
const by = { at: Temporal.Instant.from('2026-03-10T03:00:00Z'), by: 'mika' };

const open = () => storeInMemory({ startAt: monday, scenarios: [{ ...backInStock, enabled: true }] });

/** Asked so many minutes after nine o'clock. */
async function asks(store: StoreInMemory, id: string, minute: number, product = 'p-9') {
  const occurredAt = Temporal.Instant.from(monday).subtract({ hours: 3 }).add({ minutes: minute });
  const detail = {
    eventId: `ask-${id}-${product}-${minute}`,
    customer: someone(id),
    product: { id: product },
  };
  await store.put(store.event('RestockRequested', { ...detail, occurredAt: occurredAt.toString() }));
}

/** Five who asked for p-9; their events came in another order than they asked. */
async function storeOfFive() {
  const store = open();
  for (const [id, minute] of [
    ['c-4', 4],
    ['c-2', 2],
    ['c-5', 5],
    ['c-1', 1],
    ['c-3', 3],
  ] as const)
    await asks(store, id, minute);
  return store;
}

const back = (store: StoreInMemory, eventId: string, stock?: number, id = 'p-9') =>
  spreadToEverybody(store, 'ProductRestocked', {
    eventId,
    product: { id, name: '森のはちみつ', url: 'https://shop.example.com/p-9', stock },
  });

/** Who got the mail by then, in its order. */
async function told(store: StoreInMemory) {
  await store.pass({ hours: 2 });
  return store.world.mailer.mails.map(({ to }) => to.replace('@example.com', ''));
}

test('of five who asked, two pieces are told to the two who asked first', async () => {
  const store = await storeOfFive();
  await back(store, 'r-1', 2);
  expect(await told(store)).toEqual(['c-1', 'c-2']);
});

test('an event that comes again gives no more pieces, whether it comes at once or a day later', async () => {
  const store = await storeOfFive();
  await back(store, 'r-1', 2);
  await back(store, 'r-1', 2);
  await store.pass({ days: 1 });
  await back(store, 'r-1', 2);
  expect(await told(store)).toEqual(['c-1', 'c-2']);
});

test('the next restock goes on with who asked next', async () => {
  const store = await storeOfFive();
  await back(store, 'r-1', 2);
  await back(store, 'r-2', 1);
  expect((await told(store)).toSorted()).toEqual(['c-1', 'c-2', 'c-3']);
  await back(store, 'r-3', 9);
  expect((await told(store)).slice(3).toSorted()).toEqual(['c-4', 'c-5']);
});

test('without a word on the pieces everybody who asked is told; of none, nobody, and all keep their places', async () => {
  const store = await storeOfFive();
  await back(store, 'r-0', 0);
  expect(await told(store)).toEqual([]);
  await back(store, 'r-1');
  expect(await told(store)).toEqual(['c-1', 'c-2', 'c-3', 'c-4', 'c-5']);
});

test('more than a page of customers are told, each once', async () => {
  const store = open();
  for (let n = 0; n < 120; n += 1) await asks(store, `c-${n}`, n);
  await back(store, 'r-1', 110);
  const heard = await told(store);
  expect(heard).toHaveLength(110);
  expect(new Set(heard).size).toBe(110);
  expect((await store.world.askers.first('p-9', 50)).map(({ customer }) => customer)).toEqual(
    Array.from({ length: 10 }, (_, n) => `c-${110 + n}`),
  );
});

test('each product has an order of its own', async () => {
  const store = open();
  await asks(store, 'c-1', 1, 'p-9');
  await asks(store, 'c-2', 2, 'p-8');
  await asks(store, 'c-3', 3, 'p-8');
  await asks(store, 'c-3', 4, 'p-9');
  await back(store, 'r-1', 1, 'p-8');
  expect(await told(store)).toEqual(['c-2']);
  await back(store, 'r-1-too', 2, 'p-9');
  expect((await told(store)).slice(1)).toEqual(['c-1', 'c-3']);
});

test('who asks twice keeps the place of the first asking', async () => {
  const store = open();
  await asks(store, 'c-1', 1);
  await asks(store, 'c-2', 2);
  await asks(store, 'c-1', 3);
  await back(store, 'r-1', 1);
  expect(await told(store)).toEqual(['c-1']);
  expect((await store.world.askers.first('p-9', 9)).map(({ customer }) => customer)).toEqual(['c-2']);
});

test('who was erased takes no place, and nothing of the asking is left', async () => {
  const store = await storeOfFive();
  await eraseCustomer(store.engine, 'c-1', by);
  expect(await store.world.askers.of('c-1')).toEqual([]);
  await back(store, 'r-1', 2);
  expect(await told(store)).toEqual(['c-2', 'c-3']);
});

test('who has ordered it since asking takes no place; an order of before the asking, or of something else, ends no wait', async () => {
  const store = await storeOfFive();
  const orders = (id: string, minute: number, productId: string) => {
    const at = Temporal.Instant.from(monday).subtract({ hours: 3 }).add({ minutes: minute }).toString();
    const order = {
      id: `o-${id}`,
      currency: 'JPY',
      total: 900,
      items: [{ productId, name: 'Honey', quantity: 1 }],
    };
    return store.put(
      store.event('OrderPlaced', orderDetail(`o-${id}`, at, { customer: someone(id), order })),
    );
  };
  await orders('c-1', 9, 'p-9');
  await orders('c-2', 1, 'p-9');
  await orders('c-3', 9, 'p-8');
  await back(store, 'r-1', 2);
  expect(await told(store)).toEqual(['c-2', 'c-3']);
  expect(await store.world.askers.of('c-1')).toEqual([]);
});

test('an export shows for what a customer waits', async () => {
  const store = await storeOfFive();
  const exported = await exportCustomer(store.engine, 'c-1', by);
  expect(exported?.held[0]?.beside.map(({ key }) => key)).toEqual(['ASKED#p-9']);
  expect(exported?.held[0]?.record?.done).toEqual(['restock:p-9']);
});

test('who becomes part of another keeps the earlier place there, and takes one', async () => {
  const store = open();
  await asks(store, 'anon:b-1', 1);
  await asks(store, 'c-2', 2);
  await asks(store, 'c-1', 3);
  await asks(store, 'c-3', 4);
  const merge = { eventId: 'm-1', customer: someone('c-1'), merge: { from: 'anon:b-1', to: 'c-1' } };
  await store.put(store.event('CustomerMerged', { ...merge, occurredAt: monday }));
  await store.put(store.event('CustomerMerged', { ...merge, occurredAt: monday }));
  const waiting = await store.world.askers.first('p-9', 9);
  expect(waiting.map(({ customer }) => customer)).toEqual(['c-1', 'c-2', 'c-3']);
  expect(await store.world.askers.of('anon:b-1')).toEqual([]);
  await back(store, 'r-1', 2);
  expect(await told(store)).toEqual(['c-1', 'c-2']);
});

test('a restock that nobody was told of in time, or that a replay tells as a fact, leaves all in their places', async () => {
  const store = await storeOfFive();
  const { clock } = store.world;
  const product = { id: 'p-9', name: 'Honey', url: 'https://shop.example.com/p-9', stock: 2 };
  const name = 'ProductRestocked';
  const late = {
    name,
    occurredAt: clock.now().subtract({ hours: 73 }),
    detail: { eventId: 'r-1', product },
  } as const;
  await spreadStoreWide(store.engine, late);
  await spreadStoreWide(store.engine, { ...late, occurredAt: clock.now(), replay: 'facts' });
  expect(await told(store)).toEqual([]);
  expect(await store.world.askers.first('p-9', 9)).toHaveLength(5);
});

test('where back-in-stock is switched off, who asked keeps the place until it is on', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [backInStock] });
  await asks(store, 'c-1', 1);
  await back(store, 'r-1', 1);
  expect(await told(store)).toEqual([]);
  expect(await store.world.askers.first('p-9', 9)).toHaveLength(1);
});
