/** Guests: who is known by an address alone has one record, gets order mail, and is somebody new once she was erased. */
import { expect, test } from 'vitest';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { mergedInto } from '../../support/person.ts';
import { orderOf } from '../../support/storefront.ts';

const orderMail = ['order-thanks', 'parcel-shipped'];

test("a guest's orders are one record's, in whatever letters her address is written, and each is thanked for", async () => {
  const store = await storeWithGuests(orderMail);
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-1') });
  await store.tell('OrderPlaced', { customer: { email: 'Mei <MEI@Example.com>' }, ...orderOf('o-2') });
  await store.pass({ days: 1 });
  expect(store.sent()).toEqual([
    'order-thanks/thanks MEI@Example.com',
    'order-thanks/thanks MEI@Example.com',
  ]);
  expect(store.world.records.ids()).toEqual([store.lead()]);
});

test('a parcel that names the address alone is told of to the guest who ordered', async () => {
  const store = await storeWithGuests(orderMail);
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-1') });
  await store.pass({ days: 1 });
  await store.tell('OrderShipped', { customer: { email: mei }, ...orderOf('o-1') });
  await store.pass({ hours: 1 });
  expect(store.sent()).toEqual([`order-thanks/thanks ${mei}`, `parcel-shipped/shipped ${mei}`]);
});

test('two guests are two records', async () => {
  const store = await storeWithGuests(orderMail);
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-1') });
  await store.tell('OrderPlaced', { customer: { email: 'yuki@example.com' }, ...orderOf('o-2') });
  expect(store.world.records.ids()).toEqual(
    expect.arrayContaining([store.lead(), store.lead('yuki@example.com')]),
  );
});

test('a guest who was erased and orders again is somebody new, and what was told before the erasure is told of nobody', async () => {
  const store = await storeWithGuests(orderMail);
  const { clock } = store.world;
  const first = { occurredAt: clock.now().toString(), customer: { email: mei }, ...orderOf('o-1') };
  await store.tell('OrderPlaced', first);
  await store.pass({ days: 1 });
  await eraseCustomer(store.engine, store.lead(), { at: clock.now(), by: 'test' });
  await store.pass({ hours: 1 });
  await store.tell('OrderPlaced', first);
  expect(store.world.records.ids()).toEqual([]);
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-2') });
  await store.pass({ days: 1 });
  expect(store.world.records.ids()).toEqual([store.lead(mei, 1)]);
  expect(store.sent()).toEqual([`order-thanks/thanks ${mei}`, `order-thanks/thanks ${mei}`]);
  await store.tell('OrderShipped', { customer: { email: mei }, ...orderOf('o-2') });
  await store.pass({ hours: 1 });
  expect(store.sent().at(-1)).toBe(`parcel-shipped/shipped ${mei}`);
});

test('of one batch what was before the erasure is counted as such, and the rest is somebody new’s', async () => {
  const store = await storeWithGuests(orderMail);
  const { clock } = store.world;
  const order = (id: string) =>
    store.event('OrderPlaced', {
      eventId: id,
      occurredAt: clock.now().toString(),
      customer: { email: mei },
      ...orderOf(id),
    });
  const before = order('o-1');
  await store.pass({ minutes: 1 });
  await eraseCustomer(store.engine, store.lead(), { at: clock.now(), by: 'test' });
  await store.pass({ minutes: 1 });
  await store.put(before, order('o-2'));
  const record = await store.world.customers.load(store.lead(mei, 1));
  expect(record?.orders.map(({ id }) => id)).toEqual(['o-2']);
  expect(store.world.metrics.of('Erased')).toBe(1);
});

test('a record that has moved on to another address is not the next guest’s of the old one', async () => {
  const store = await storeWithGuests(orderMail);
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-1') });
  await store.tell('CustomerUpdated', { customer: { id: store.lead(), email: 'mei@example.org' } });
  await store.pass({ hours: 1 });
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-2') });
  const [first, second] = await Promise.all(
    [store.lead(), store.lead(mei, 1)].map((id) => store.world.customers.load(id)),
  );
  expect([first?.orders.length, first?.profile.email]).toEqual([1, 'mei@example.org']);
  expect([second?.orders.length, second?.profile.email]).toEqual([1, mei]);
});

test('once she is part of an account, her guest orders are its own, and change no word of its profile', async () => {
  const store = await storeWithGuests(orderMail);
  const at = store.world.clock.now().toString();
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-1') });
  await store.tell('CustomerRegistered', { customer: { id: 'c-9', email: 'm@example.org', name: 'Mei' } });
  await store.tell('CustomerMerged', mergedInto('c-9', store.lead(), at));
  await store.pass({ hours: 1 });
  await store.tell('OrderPlaced', { customer: { email: mei, name: 'Somebody' }, ...orderOf('o-2') });
  const account = await store.world.customers.load('c-9');
  expect([account?.profile.name, account?.profile.email]).toEqual(['Mei', 'm@example.org']);
  expect(account?.orders.map(({ id }) => id).toSorted()).toEqual(['o-1', 'o-2']);
});

test('marketing goes to a guest by her own grant alone', async () => {
  const store = await storeWithGuests(['small-store-walls', 'onboarding', 'review-request', 'nurture']);
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-1') });
  await store.tell('OrderDelivered', { customer: { email: mei }, ...orderOf('o-1') });
  await store.pass({ days: 60 });
  expect(store.sent()).toEqual([]);
});
