/** Whoever types another's address, at a checkout, in a form or as the mail of an account: nothing of hers goes there, and no letter of hers stays away. */
import { expect, test } from 'vitest';
import { takeEvents } from '../../../shared/service/intake/mailbox.ts';
import { everyoneSheWas } from '../../../shared/service/rights/everyone-she-was.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { type CrashPlan, crashing, noCrash } from '../../support/crashing-world.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { cartOf, orderOf } from '../../support/storefront.ts';

const own = 'mallory@example.com';
const mallory = (email: string, more = {}) => ({ customer: { id: 'm-1', email, ...more } });
const guest = { customer: { email: mei } };

const guestStore = async (settings = {}) => {
  const store = await storeWithGuests(['order-thanks', 'parcel-shipped'], { settings });
  await store.tell('OrderPlaced', { ...guest, ...orderOf('o-1') });
  await store.pass({ hours: 1 });
  return store;
};

test('an account with an address of its own that orders under hers takes nothing of hers', async () => {
  const store = await guestStore();
  await store.tell('CustomerRegistered', mallory(own));
  await store.pass({ minutes: 1 });
  await store.tell('OrderPlaced', { ...mallory(mei), ...orderOf('o-2') });
  expect((await store.world.customers.load(store.lead()))?.mergedInto).toBeUndefined();
  await store.tell('CustomerUpdated', mallory(own));
  await store.tell('OrderShipped', { ...guest, ...orderOf('o-1'), shipment: { id: 's-1' } });
  await store.pass({ hours: 1 });
  expect(store.sent().at(-1)).toBe(`parcel-shipped/shipped ${mei}`);
});

test('an order from before an account changed its address to its own takes nothing of hers', async () => {
  const store = await guestStore();
  const before = store.world.clock.now().toString();
  await store.pass({ hours: 1 });
  await store.tell('CustomerRegistered', mallory(own));
  await store.tell('OrderPlaced', { occurredAt: before, ...mallory(mei), ...orderOf('o-2') });
  expect((await store.world.customers.load(store.lead()))?.mergedInto).toBeUndefined();
});

test('once an account that took a guest in has another address, news of her orders goes to hers', async () => {
  const store = await guestStore();
  await store.tell('CustomerRegistered', mallory(mei));
  await store.tell('OrderPlaced', { ...mallory(mei), ...orderOf('o-2') });
  expect((await store.world.customers.load(store.lead()))?.mergedInto).toBe('m-1');
  await store.pass({ hours: 1 });
  await store.tell('CustomerUpdated', mallory(own));
  await store.tell('OrderShipped', { ...guest, ...orderOf('o-1'), shipment: { id: 's-1' } });
  await store.tell('OrderPlaced', { ...guest, ...orderOf('o-3') });
  await store.pass({ hours: 1 });
  expect(store.sent().filter((mail) => mail.endsWith(own))).toEqual([]);
  expect(store.sent().slice(-2).toSorted()).toEqual([
    `order-thanks/thanks ${mei}`,
    `parcel-shipped/shipped ${mei}`,
  ]);
});

test('a letter that only looks like one of hers makes no other address hers', async () => {
  const store = await storeWithGuests(['welcome']);
  const kelvin = 'mar\u212a@example.com';
  const keys = await store.world.keys();
  expect(addressHash(keys, kelvin)).not.toBe(addressHash(keys, 'mark@example.com'));
  expect(store.lead(kelvin)).not.toBe(store.lead('mark@example.com'));
});

/** The order of c-9 dies at a call; before it comes again somebody opens an account with the address. */
async function joinedLate(plan: CrashPlan) {
  const store = await guestStore();
  const { world } = store;
  const engine = { ...store.engine, world: crashing(world, plan) };
  const occurredAt = world.clock.now().toString();
  const event = store.event('OrderPlaced', {
    occurredAt,
    customer: { id: 'c-9', email: mei },
    ...orderOf('o-2'),
  });
  await takeEvents(engine, 'c-9', [event]).catch(() => undefined);
  plan.armed = false;
  await store.tell('CustomerRegistered', mallory(mei));
  await takeEvents(engine, 'c-9', [event]);
  const into = (await world.customers.load(store.lead()))?.mergedInto;
  const orders = (await world.customers.load('c-9'))?.orders.map(({ id }) => id).toSorted();
  return { into, orders };
}

test('what a join had begun before it died is ended, whoever has the address by then', async () => {
  const clean = noCrash();
  await joinedLate(clean);
  for (const [nth, name] of clean.names.entries())
    for (const when of ['before', 'after'] as const) {
      const { into, orders } = await joinedLate({ ...noCrash(), at: nth + 1, when });
      expect([name, when, into, orders]).toEqual([name, when, into, into ? ['o-1', 'o-2'] : ['o-2']]);
    }
});

test('a parcel that names a guest by the id alone goes to hers as well', async () => {
  const store = await guestStore();
  await store.tell('CustomerRegistered', mallory(mei));
  await store.tell('OrderPlaced', { ...mallory(mei), ...orderOf('o-2') });
  await store.pass({ hours: 1 });
  await store.tell('CustomerUpdated', mallory(own));
  const shipped = { customer: { id: store.lead() }, ...orderOf('o-1'), shipment: { id: 's-1' } };
  await store.tell('OrderShipped', shipped);
  await store.tell('OrderShipped', shipped);
  await store.pass({ hours: 1 });
  expect(store.sent().filter((mail) => mail.startsWith('parcel'))).toEqual([`parcel-shipped/shipped ${mei}`]);
});

test('an order that comes again after it has made the address its account’s takes nothing either', async () => {
  const store = await guestStore();
  await store.tell('CustomerRegistered', mallory(own));
  await store.pass({ minutes: 1 });
  const order = { eventId: 'e-typed', ...mallory(mei), ...orderOf('o-2') };
  await store.tell('OrderPlaced', order);
  await store.tell('OrderPlaced', order);
  expect((await store.world.customers.load(store.lead()))?.mergedInto).toBeUndefined();
});

test.each([
  ['OrderPlaced', orderOf('o-2')],
  ['CartUpdated', cartOf('k-1')],
  ['CheckoutStarted', cartOf('k-1')],
] as const)(
  'what was typed by %s is no more the account’s own by the order after it',
  async (name, parts) => {
    const store = await guestStore();
    await store.tell('CustomerRegistered', mallory(own));
    await store.pass({ minutes: 1 });
    await store.tell(name, { ...mallory(mei), ...parts });
    await store.pass({ hours: 3 });
    await store.tell('OrderPlaced', { ...mallory(mei), ...orderOf('o-3') });
    await store.pass({ minutes: 1 });
    await store.tell('OrderPlaced', { ...mallory(mei), ...orderOf('o-4') });
    expect((await store.world.customers.load(store.lead()))?.mergedInto).toBeUndefined();
  },
);

test('an address that was typed is the account’s own once the shop says so of the account', async () => {
  const store = await guestStore();
  await store.tell('CustomerRegistered', mallory(own));
  await store.pass({ minutes: 1 });
  await store.tell('OrderPlaced', { ...mallory(mei), ...orderOf('o-2') });
  await store.pass({ minutes: 1 });
  await store.tell('CustomerUpdated', mallory(mei));
  await store.pass({ minutes: 1 });
  await store.tell('OrderPlaced', { ...mallory(mei), ...orderOf('o-3') });
  expect((await store.world.customers.load(store.lead()))?.mergedInto).toBe('m-1');
});

test('an account that is new in one batch with an order under hers takes nothing either', async () => {
  const store = await guestStore();
  const occurredAt = store.world.clock.now().toString();
  await store.put(
    store.event('CustomerRegistered', { occurredAt, ...mallory(own) }),
    store.event('OrderPlaced', { occurredAt, ...mallory(mei), ...orderOf('o-2') }),
  );
  expect((await store.world.customers.load(store.lead()))?.mergedInto).toBeUndefined();
});

test('whoever was about to become part of an account and never did is not in its export', async () => {
  const store = await guestStore();
  const plan = noCrash();
  await joinedLate(plan);
  const at = plan.names.indexOf('beside.noteEarlierId') + 1;
  const { world } = store;
  const engine = { ...store.engine, world: crashing(world, { ...noCrash(), at, when: 'after' }) };
  const occurredAt = world.clock.now().toString();
  const event = store.event('OrderPlaced', { occurredAt, ...mallory(mei), ...orderOf('o-2') });
  await takeEvents(engine, 'm-1', [event]).catch(() => undefined);
  await store.tell('CustomerRegistered', { customer: { id: 'c-9', email: mei } });
  await takeEvents(store.engine, 'm-1', [event]);
  expect((await world.customers.load(store.lead()))?.mergedInto).toBeUndefined();
  expect(await everyoneSheWas(world, 'm-1')).toEqual(['m-1']);
});
