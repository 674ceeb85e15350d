/** One mailbox, one reader: what comes once, and what an order of one ends for all. */
import { expect, test } from 'vitest';
import { readerOf } from '../../../shared/core/contact-policy/mailbox-reader.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { cartOf, orderOf } from '../../support/storefront.ts';

const her = (id: string, more: object = {}) => ({
  customer: { id, email: mei, locale: 'en', timeZone: 'Asia/Tokyo', acceptsMarketing: true, ...more },
});
const welcome = ['welcome', 'small-store-walls', 'nurture'];

test('three accounts at one address, once in capitals: each letter comes once in the mailbox', async () => {
  const store = await storeWithGuests(welcome);
  await store.tell('CustomerRegistered', her('c-1'));
  await store.tell('CustomerRegistered', her('c-2', { email: 'MEI@EXAMPLE.COM' }));
  await store.tell('CustomerRegistered', her('c-3'));
  await store.pass({ days: 35 });
  const letters = store.sent().map((mail) => mail.split(' ')[0]);
  expect(letters.length).toBeGreaterThan(3);
  expect(new Set(letters).size).toBe(letters.length);
  const skipped = (await store.touchpoints('c-2')).filter(({ because }) => because === 'mailbox-reader');
  expect(skipped.length).toBeGreaterThan(3);
});

test('a store that wants every customer written to says so', async () => {
  const store = await storeWithGuests(['welcome'], { settings: { mailboxReader: 'everybody' } });
  await store.tell('CustomerRegistered', her('c-1'));
  await store.tell('CustomerRegistered', her('c-2'));
  await store.pass({ hours: 30 });
  expect(store.wentFor('welcome').toSorted()).toEqual(['c-1', 'c-2']);
});

test('an older account without a grant silences nobody', async () => {
  const store = await storeWithGuests(['welcome']);
  await store.tell('CustomerRegistered', her('c-1', { acceptsMarketing: false }));
  await store.tell('CustomerRegistered', her('c-2'));
  await store.pass({ hours: 30 });
  expect(store.wentFor('welcome')).toEqual(['c-2']);
});

test('whoever has had the address longest reads, whatever the ids', async () => {
  const store = await storeWithGuests(['welcome']);
  await store.tell('CustomerRegistered', her('z-first'));
  await store.pass({ minutes: 5 });
  await store.tell('CustomerRegistered', her('a-second'));
  await store.pass({ hours: 30 });
  expect(store.wentFor('welcome')).toEqual(['z-first']);
});

test('whoever of them orders is the reader from then on; what is about the order goes for its own customer', async () => {
  const store = await storeWithGuests(['order-thanks', 'win-back']);
  await store.tell('OrderPlaced', { ...her('c-1'), ...orderOf('o-1') });
  await store.pass({ days: 2 });
  await store.tell('OrderPlaced', { ...her('c-2'), ...orderOf('o-2') });
  await store.pass({ days: 100 });
  expect(store.wentFor('order-thanks').toSorted()).toEqual(['c-1', 'c-2']);
  expect(store.wentFor('win-back')).toEqual(['c-2']);
});

test('a cart is reminded of for the one whose it is, reader or not', async () => {
  const store = await storeWithGuests(['cart-abandonment']);
  await store.tell('CustomerRegistered', her('c-1'));
  await store.tell('CustomerRegistered', her('c-2'));
  await store.tell('CartUpdated', { ...her('c-2'), ...cartOf('k-1') });
  await store.pass({ hours: 30 });
  expect(store.wentFor('cart-abandonment')).toEqual(['c-2']);
});

test('a product that two of them have looked at is written of once', async () => {
  const store = await storeWithGuests(['nurture']);
  for (const id of ['c-1', 'c-2']) {
    await store.tell('CustomerRegistered', her(id));
    await store.tell('ProductViewed', { ...her(id), product: { id: 'p-1', name: '野草茶' } });
    await store.pass({ minutes: 5 });
  }
  await store.pass({ days: 30 });
  expect(store.wentFor('nurture')).toEqual(['c-1']);
});

test('an order as a guest ends the cart, the welcome and the win-back of the account with the address', async () => {
  const store = await storeWithGuests(['cart-abandonment', 'welcome', 'order-thanks']);
  await store.tell('CustomerRegistered', her('c-1'));
  await store.tell('CartUpdated', { ...her('c-1'), ...cartOf('k-1') });
  await store.pass({ minutes: 10 });
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-1') });
  await store.pass({ days: 12 });
  expect(store.sent()).toEqual([`order-thanks/thanks ${mei}`]);
  const account = await store.world.customers.load('c-1');
  const ends = [...(account?.enrolments ?? []).map(({ ended }) => ended), ...(account?.ended ?? [])];
  expect(ends.map((end) => end?.because)).toEqual(['mailbox-bought', 'mailbox-bought']);
});

test('what begins after that order goes on', async () => {
  const store = await storeWithGuests(['cart-abandonment']);
  await store.tell('CustomerRegistered', her('c-1'));
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-1') });
  await store.pass({ minutes: 10 });
  await store.tell('CartUpdated', { ...her('c-1'), ...cartOf('k-1') });
  await store.pass({ hours: 30 });
  expect(store.wentFor('cart-abandonment')).toEqual(['c-1']);
});

test('a guest who has bought and registers gets no coupon for a first order', async () => {
  const store = await storeWithGuests(['welcome']);
  await store.tell('OrderPlaced', { customer: { email: mei }, ...orderOf('o-1') });
  await store.pass({ days: 30 });
  await store.tell('CustomerRegistered', her('c-1'));
  await store.pass({ days: 12 });
  expect(store.sent()).toEqual([]);
  expect((await store.touchpoints('c-1')).map(({ because }) => because)).toContain('when-not-met');
});

test('one customer alone at an address is told apart from nobody: no message, no write for a later order', async () => {
  const store = await storeWithGuests([]);
  await store.tell('OrderPlaced', { ...her('c-1'), ...orderOf('o-1') });
  const { use } = store.world.addresses;
  const uses: string[] = [];
  Object.assign(store.world.addresses, {
    use: async (...args: Parameters<typeof use>) => {
      uses.push(args[1]);
      await use(...args);
    },
  });
  await store.pass({ days: 1 });
  await store.tell('OrderPlaced', { ...her('c-1'), ...orderOf('o-2') });
  await store.pass({ days: 90 });
  await store.tell('OrderPlaced', { ...her('c-1'), ...orderOf('o-3') });
  expect(uses).toEqual([]);
});

test('what one bought while alone at the address is told to it with the first order of another', async () => {
  const store = await storeWithGuests([]);
  await store.tell('OrderPlaced', { ...her('c-1'), ...orderOf('o-1') });
  await store.pass({ days: 90 });
  const newest = store.world.clock.now();
  await store.tell('OrderPlaced', { ...her('c-1'), ...orderOf('o-2') });
  const old = newest.subtract({ hours: 24 }).toString();
  await store.tell('OrderPlaced', { ...her('c-2'), occurredAt: old, ...orderOf('o-3') });
  const key = addressHash(await store.world.keys(), mei);
  const address = await store.world.addresses.load(key);
  expect(address?.holders?.['c-1']?.boughtAt?.equals(newest)).toBe(true);
  expect(readerOf(address, 'news')).toBe('c-1');
});
