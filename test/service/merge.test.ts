/** Two records of one person, played through the service: nothing is lost, nothing goes twice. */
import { expect, test } from 'vitest';
import { orderDetail, storeInMemory } from '../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
const hana = { id: 'c-1', email: 'hana@example.com', timeZone: 'Asia/Tokyo', acceptsMarketing: true };

const merged = (from: string, to: string, at: string) => ({
  eventId: `merge-${from}-${to}`,
  occurredAt: at,
  customer: { id: to },
  merge: { from, to },
});

async function storeWithTwo() {
  const store = storeInMemory({ startAt: monday });
  const other = { ...hana, id: 'c-old', email: 'hana.old@example.com' };
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday, { customer: other })));
  await store.pass({ days: 1 });
  await store.put(store.event('CustomerRegistered', { occurredAt: '2026-03-03T03:00:00Z', customer: hana }));
  return store;
}

test('orders, consent and running stories of the record that goes are hers in the one that stays', async () => {
  const store = await storeWithTwo();
  await store.put(store.event('CustomerMerged', merged('c-old', 'c-1', '2026-03-03T03:10:00Z')));
  const stays = await store.world.customers.load('c-1');
  const gone = await store.world.customers.load('c-old');
  expect(stays?.lifecycle.orders).toBe(1);
  expect(stays?.orders.map(({ id }) => id)).toEqual(['o-1']);
  expect(stays?.enrolments.some((run) => run.scenario === 'after-purchase' && !run.ended)).toBe(true);
  expect(gone?.mergedInto).toBe('c-1');
  expect(gone?.enrolments.every((run) => run.ended)).toBe(true);
});

test('a story goes on at its hour, once, to the address of the record that stays', async () => {
  const store = await storeWithTwo();
  await store.put(store.event('CustomerMerged', merged('c-old', 'c-1', '2026-03-03T03:10:00Z')));
  await store.pass({ days: 100 });
  const trouble = store.world.mailer.mails.filter(
    ({ tags }) => tags.template === 'after-purchase__any-trouble',
  );
  expect(trouble.map(({ to }) => to)).toEqual(['hana@example.com']);
  expect(store.failures).toEqual([]);
});

test('what still comes under the old id is hers', async () => {
  const store = await storeWithTwo();
  await store.put(store.event('CustomerMerged', merged('c-old', 'c-1', '2026-03-03T03:10:00Z')));
  const late = orderDetail('o-2', '2026-03-03T03:20:00Z', { customer: { id: 'c-old' } });
  await store.pass({ hours: 1 });
  await store.put(store.event('OrderPlaced', late));
  expect((await store.world.customers.load('c-1'))?.lifecycle.orders).toBe(2);
});

test('a merge that is told again, or the other way round, changes nothing', async () => {
  const store = await storeWithTwo();
  await store.put(store.event('CustomerMerged', merged('c-old', 'c-1', '2026-03-03T03:10:00Z')));
  const once = await store.world.customers.load('c-1');
  await store.put(store.event('CustomerMerged', merged('c-old', 'c-1', '2026-03-03T03:10:00Z')));
  await store.put(store.event('CustomerMerged', merged('c-1', 'c-old', '2026-03-03T03:15:00Z')));
  const after = await store.world.customers.load('c-1');
  expect(after?.mergedInto).toBeUndefined();
  expect(after?.lifecycle).toEqual(once?.lifecycle);
  expect(after?.enrolments.length).toBe(once?.enrolments.length);
});

test('a cart of a browser nobody knew is hers once she registers there', async () => {
  const store = storeInMemory({ startAt: monday });
  const cart = {
    occurredAt: monday,
    customer: { anonymousId: 'browser-1' },
    cart: {
      id: 'k-1',
      currency: 'JPY',
      total: 1200,
      items: [{ productId: 'p-1', name: 'Tea', quantity: 1 }],
    },
  };
  await store.put(store.event('CartUpdated', cart));
  await store.pass({ minutes: 10 });
  const registered = {
    occurredAt: '2026-03-02T03:40:00Z',
    customer: { ...hana, anonymousId: 'browser-1' },
  };
  await store.put(store.event('CustomerRegistered', registered));
  const known = await store.world.customers.load('c-1');
  expect(known?.carts.map(({ id }) => id)).toEqual(['k-1']);
  await store.pass({ hours: 2 });
  const templates = store.world.mailer.mails.map(({ tags }) => tags.template);
  expect(templates.filter((name) => name?.startsWith('cart-abandonment'))).toHaveLength(1);
});
