/** Guests and accounts at one address: who becomes part of whom, and what an order of one ends for the others. */
import { expect, test } from 'vitest';
import type { MemoryWorld } from '../../../shared/memory/memory-world.ts';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { cartOf, orderOf } from '../../support/storefront.ts';

const guest = { customer: { email: mei } };
const account = (id = 'c-9', more = {}) => ({ customer: { id, email: mei, ...more } });
const joined = async ({ customers }: MemoryWorld, id: string) => (await customers.load(id))?.mergedInto;

async function withGuest(settings = {}) {
  const store = await storeWithGuests(['order-thanks', 'parcel-shipped'], { settings });
  await store.tell('OrderPlaced', { ...guest, ...orderOf('o-1') });
  await store.pass({ hours: 1 });
  return store;
}

test('an order of an account that names her address makes the guest a part of it', async () => {
  const store = await withGuest();
  await store.tell('OrderPlaced', { ...account(), ...orderOf('o-2') });
  await store.pass({ hours: 1 });
  expect(await joined(store.world, store.lead())).toBe('c-9');
  const hers = await store.world.customers.load('c-9');
  expect([hers?.lifecycle.orders, hers?.orders.map(({ id }) => id).toSorted()]).toEqual([2, ['o-1', 'o-2']]);
  expect(store.sent()).toEqual([`order-thanks/thanks ${mei}`, `order-thanks/thanks ${mei}`]);
});

test('an account that somebody opens with her address takes nothing of hers', async () => {
  const store = await withGuest();
  await store.tell('CustomerRegistered', account());
  await store.tell('CustomerUpdated', account('c-9', { name: 'Mallory' }));
  await store.tell('CartUpdated', { ...account(), ...cartOf('k-1') });
  await store.pass({ hours: 1 });
  expect(await joined(store.world, store.lead())).toBeUndefined();
  expect((await store.world.customers.load('c-9'))?.orders).toEqual([]);
});

test('an account whose address the shop has seen to be its own takes the guest in', async () => {
  const store = await withGuest({ joinGuests: 'verified' });
  await store.tell('OrderPlaced', { ...account(), ...orderOf('o-2') });
  expect(await joined(store.world, store.lead())).toBeUndefined();
  await store.tell('CustomerRegistered', account('c-9', { emailVerified: true }));
  expect(await joined(store.world, store.lead())).toBe('c-9');
});

test('where guests are never joined both stay', async () => {
  const store = await withGuest({ joinGuests: 'never' });
  await store.tell('OrderPlaced', { ...account('c-9', { emailVerified: true }), ...orderOf('o-2') });
  expect(await joined(store.world, store.lead())).toBeUndefined();
});

test('where two accounts have the address the guest is nobody’s', async () => {
  const store = await withGuest();
  await store.tell('CustomerRegistered', account('c-8'));
  await store.tell('OrderPlaced', { ...account(), ...orderOf('o-2') });
  expect(await joined(store.world, store.lead())).toBeUndefined();
});

test('an order of another address, or one that names none, joins nobody', async () => {
  const store = await withGuest();
  await store.tell('CustomerRegistered', account());
  await store.tell('OrderPlaced', { customer: { id: 'c-9', email: 'other@example.com' }, ...orderOf('o-2') });
  await store.tell('OrderPlaced', { customer: { id: 'c-9' }, ...orderOf('o-3') });
  expect(await joined(store.world, store.lead())).toBeUndefined();
});

test('a test order joins nobody', async () => {
  const store = await withGuest();
  await store.tell('OrderPlaced', { ...account(), ...orderOf('o-2', { isTest: true }) });
  expect(await joined(store.world, store.lead())).toBeUndefined();
});

test('an order that is told again joins nobody a second time, and is thanked for once', async () => {
  const store = await withGuest();
  const order = { ...account(), ...orderOf('o-2') };
  await store.tell('OrderPlaced', order);
  await store.tell('OrderPlaced', order);
  await store.pass({ hours: 1 });
  expect(store.sent()).toHaveLength(2);
  expect((await store.world.customers.load('c-9'))?.lifecycle.orders).toBe(2);
});

test('order mail of the guest that is still to go goes on under the account, of each order its own', async () => {
  const store = await withGuest();
  await store.tell('OrderShipped', { ...guest, ...orderOf('o-1'), shipment: { id: 's-1' } });
  await store.tell('OrderPlaced', { ...account(), ...orderOf('o-2') });
  await store.tell('OrderShipped', { ...account(), ...orderOf('o-2'), shipment: { id: 's-2' } });
  await store.pass({ days: 1 });
  expect(store.sent().filter((mail) => mail.includes('shipped'))).toHaveLength(2);
});

test('a guest who was erased leaves nothing to join', async () => {
  const store = await withGuest();
  await eraseCustomer(store.engine, store.lead(), { at: store.world.clock.now(), by: 'test' });
  await store.tell('OrderPlaced', { ...account(), ...orderOf('o-2') });
  expect((await store.world.customers.load('c-9'))?.orders.map(({ id }) => id)).toEqual(['o-2']);
});

test('of an address of many an order of one is told once; those who hear of it say nothing that it knows', async () => {
  const store = await storeWithGuests([]);
  for (const id of ['c-1', 'c-2', 'c-3']) await store.tell('CustomerRegistered', account(id));
  const { use } = store.world.addresses;
  const said: string[] = [];
  Object.assign(store.world.addresses, {
    use: (...args: Parameters<typeof use>) => {
      said.push(args[1]);
      return use(...args);
    },
  });
  for (const order of ['o-1', 'o-2']) {
    await store.tell('OrderPlaced', { ...account('c-1'), ...orderOf(order) });
    await store.pass({ minutes: 5 });
  }
  expect(new Set(said)).toEqual(new Set(['c-1']));
});
