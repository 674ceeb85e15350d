/** What was told of orders, where a person asks to see it or to be forgotten, or turns out to be another. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { exportCustomer } from '../../../shared/service/rights/export-customer.ts';
import { lateThanks } from '../../support/late-thanks.ts';
import { hana, mergedInto, monday, storeWithHana } from '../../support/person.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';

const asked = { at: Temporal.Instant.from('2026-03-03T05:00:00Z'), by: 'mika' };
const old = { ...hana, id: 'c-old', email: 'hana.old@example.com' };
const itemsOf = async ({ world }: StoreInMemory, id: string) =>
  (await world.orderFacts.list(id)).map((item) => item.id);

test('an export shows what was told of each order as it was told, under each id', async () => {
  const store = await storeWithHana();
  const exported = await exportCustomer(store.engine, 'c-1', asked);
  const told = exported?.held.map(({ id, orderFacts }) => [id, orderFacts.map((one) => one.id)]);
  expect(told).toEqual([
    ['c-1', ['o-1', 'o-2']],
    ['c-old', ['o-1']],
  ]);
  expect(JSON.parse(JSON.stringify(exported?.held[0]?.orderFacts[1]))).toMatchObject({
    facts: {
      OrderPlaced: { at: '2026-03-03T03:33:00Z', order: { total: 5400, items: [{ name: 'Serum' }] } },
    },
  });
  expect(exported?.held.flatMap(({ beside }) => beside).map(({ key }) => key)).not.toContain('ORDER#o-1');
});

test('an erasure leaves no item of an order, under no id', async () => {
  const store = await storeWithHana();
  await eraseCustomer(store.engine, 'c-1', asked);
  expect([await itemsOf(store, 'c-1'), await itemsOf(store, 'c-old')]).toEqual([[], []]);
});

test('the lines of a big order are in the mail that goes after its customer became another', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [lateThanks] });
  const items = Array.from({ length: 40 }, (_, n) => ({
    productId: `p-${n}`,
    name: `Lotion number ${n}`,
    quantity: 1,
  }));
  const order = { id: 'o-1', currency: 'JPY', total: 5400, items };
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday, { customer: old, order })));
  await store.pass({ days: 1 });
  await store.put(store.event('CustomerMerged', mergedInto('c-1', 'c-old', '2026-03-03T03:10:00Z')));
  await store.pass({ days: 3 });
  expect(store.world.mailer.mails.map(({ html }) => html.includes('Lotion number 7'))).toEqual([true]);
});

test('a merge takes all orders along, once however often it is told, and a late fact still finds the oldest', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [] });
  const day = (n: number) => new Date(Date.parse(monday) + n * 86_400_000).toISOString();
  for (const [who, from] of [
    [old, 0],
    [hana, 30],
  ] as const)
    for (let n = from; n < from + 28; n += 1) {
      await store.pass(day(n));
      await store.put(store.event('OrderPlaced', orderDetail(`o-${n}`, day(n), { customer: who })));
    }
  const merge = store.event('CustomerMerged', mergedInto('c-1', 'c-old', day(60)));
  await store.put(merge);
  await store.put(merge);
  const lifecycle = async () => (await store.world.customers.load('c-1'))?.lifecycle.orders;
  expect(await lifecycle()).toBe(56);
  expect(await itemsOf(store, 'c-1')).toHaveLength(56);
  const known = await store.world.customers.load('c-1');
  expect(known?.months?.reduce((sum, { orders }) => sum + orders, 0)).toBe(56 - 24);
  // Of the one that had left before, of one that left by the merge, and of one told under the earlier id.
  for (const [order, customer] of [
    ['o-0', hana],
    ['o-20', hana],
    ['o-21', old],
  ] as const)
    await store.put(store.event('OrderCancelled', orderDetail(order, day(61), { customer })));
  expect(await lifecycle()).toBe(53);
  expect(store.failures).toEqual([]);
});

test('of a browser that changes hands nobody gets another’s orders', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [] });
  const browser = { id: 'anon:b-1' };
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday, { customer: browser })));
  const onBrowser = (id: string, at: string) =>
    store.event('CustomerRegistered', { occurredAt: at, customer: { id, anonymousId: 'b-1' } });
  await store.pass({ days: 1 });
  await store.put(onBrowser('c-1', '2026-03-03T03:00:00Z'));
  await store.pass({ days: 2 });
  await store.put(onBrowser('c-2', '2026-03-05T03:00:00Z'));
  expect(await itemsOf(store, 'c-1')).toEqual(['o-1']);
  expect(await itemsOf(store, 'c-2')).toEqual([]);
  expect(await itemsOf(store, 'anon:b-1')).toEqual([]);
});
