/** One mailbox, one reader: what comes once, who takes over from a reader who is gone, and what an order of one ends for all. */
import { expect, test } from 'vitest';
import { readerOf } from '../../../shared/core/contact-policy/mailbox-reader.ts';
import { withdrawAll } from '../../../shared/service/feedback/unsubscribe.ts';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { mergedInto } from '../../support/person.ts';
import { cartOf, orderOf } from '../../support/storefront.ts';

const her = (id: string, more: object = {}) => ({
  customer: { id, email: mei, locale: 'en', timeZone: 'Asia/Tokyo', acceptsMarketing: true, ...more },
});
const grant = { consent: { granted: true, source: 'form' } };
const welcome = ['welcome', 'small-store-walls', 'nurture'];

type Store = Awaited<ReturnType<typeof storeWithGuests>>;
/** The customers for whom mail of the scenario went. */
const wentFor = async ({ world }: Store, scenario: string) => [
  ...new Set(
    world.touchpoints
      .all()
      .filter((one) => one.scenario === scenario && one.state !== 'skipped')
      .map(({ customer }) => customer),
  ),
];

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
  expect((await wentFor(store, 'welcome')).toSorted()).toEqual(['c-1', 'c-2']);
});

test('an older account without a grant silences nobody', async () => {
  const store = await storeWithGuests(['welcome']);
  await store.tell('CustomerRegistered', her('c-1', { acceptsMarketing: false }));
  await store.tell('CustomerRegistered', her('c-2'));
  await store.pass({ hours: 30 });
  expect(await wentFor(store, 'welcome')).toEqual(['c-2']);
});

test('whoever has had the address longest reads, whatever the ids', async () => {
  const store = await storeWithGuests(['welcome']);
  await store.tell('CustomerRegistered', her('z-first'));
  await store.pass({ minutes: 5 });
  await store.tell('CustomerRegistered', her('a-second'));
  await store.pass({ hours: 30 });
  expect(await wentFor(store, 'welcome')).toEqual(['z-first']);
});

const twoReaders = async () => {
  const store = await storeWithGuests(['welcome', 'win-back', 'order-thanks']);
  await store.tell('CustomerRegistered', her('c-1'));
  await store.tell('CustomerRegistered', her('c-2'));
  await store.pass({ hours: 30 });
  expect(await wentFor(store, 'welcome')).toEqual(['c-1']);
  return store;
};

test.each<[string, (store: Store) => Promise<unknown>, isOfAddress?: boolean]>([
  ['is erased', ({ engine, world }) => eraseCustomer(engine, 'c-1', { at: world.clock.now(), by: 'test' })],
  ['withdraws the grant', ({ engine }) => withdrawAll(engine, 'c-1', 'account-page'), true],
  [
    'withdraws it by the shop',
    ({ tell }) => tell('ConsentChanged', { customer: { id: 'c-1' }, consent: { granted: false } }),
  ],
  [
    'has another address by now',
    ({ tell }) => tell('CustomerUpdated', her('c-1', { email: 'new@example.com' })),
  ],
  [
    'becomes part of another with another address',
    async ({ tell, world }) => {
      await tell('CustomerRegistered', { customer: { id: 'c-7', email: 'seven@example.com' } });
      await tell('CustomerMerged', mergedInto('c-7', 'c-1', world.clock.now().toString()));
    },
  ],
])('where the reader %s the next one reads', async (_, goes, isOfAddress = false) => {
  const store = await twoReaders();
  await goes(store);
  await store.pass({ minutes: 1 });
  // What was said of the address itself, by its link, is everybody's there until they grant anew.
  if (isOfAddress) await store.tell('ConsentChanged', { customer: { id: 'c-2' }, ...grant });
  await store.pass({ days: 12 });
  expect(await wentFor(store, 'welcome')).toContain('c-2');
});

test('whoever opens an account with her address and has it erased keeps no letter of hers away', async () => {
  const store = await storeWithGuests(['welcome']);
  await store.tell('CustomerRegistered', her('c-1'));
  await store.pass({ minutes: 30 });
  await store.tell('CustomerRegistered', her('m-1'));
  await store.pass({ hours: 1 });
  await eraseCustomer(store.engine, 'm-1', { at: store.world.clock.now(), by: 'test' });
  await store.pass({ days: 12 });
  expect(store.sent()).toHaveLength(4);
  expect(await wentFor(store, 'welcome')).toEqual(['c-1']);
});

test('who comes to an address after an erasure there, by a list of before, is not written to', async () => {
  const store = await storeWithGuests(['welcome']);
  await store.tell('CustomerRegistered', her('c-1'));
  await store.pass({ days: 1 });
  const before = store.world.clock.now().toString();
  await store.pass({ days: 1 });
  await eraseCustomer(store.engine, 'c-1', { at: store.world.clock.now(), by: 'test' });
  const gone = store.sent().length;
  await store.tell('ConsentChanged', {
    ...{ occurredAt: before, customer: { id: 'c-9', email: mei, locale: 'en' } },
    consent: { granted: true, source: 'import:old' },
  });
  await store.pass({ days: 12 });
  expect(store.sent()).toHaveLength(gone);
  expect((await store.touchpoints('c-9')).map(({ because }) => because)).toContain('suppressed');
});

test('a reader who becomes part of the other hands over to the other', async () => {
  const store = await twoReaders();
  await store.tell('CustomerMerged', mergedInto('c-2', 'c-1', store.world.clock.now().toString()));
  await store.pass({ days: 12 });
  expect(await wentFor(store, 'welcome')).toContain('c-2');
});

test('whoever of them orders is the reader from then on; what is about the order goes for its own customer', async () => {
  const store = await storeWithGuests(['order-thanks', 'win-back']);
  await store.tell('OrderPlaced', { ...her('c-1'), ...orderOf('o-1') });
  await store.pass({ days: 2 });
  await store.tell('OrderPlaced', { ...her('c-2'), ...orderOf('o-2') });
  await store.pass({ days: 100 });
  expect((await wentFor(store, 'order-thanks')).toSorted()).toEqual(['c-1', 'c-2']);
  expect(await wentFor(store, 'win-back')).toEqual(['c-2']);
});

test('a cart is reminded of for the one whose it is, reader or not', async () => {
  const store = await storeWithGuests(['cart-abandonment']);
  await store.tell('CustomerRegistered', her('c-1'));
  await store.tell('CustomerRegistered', her('c-2'));
  await store.tell('CartUpdated', { ...her('c-2'), ...cartOf('k-1') });
  await store.pass({ hours: 30 });
  expect(await wentFor(store, 'cart-abandonment')).toEqual(['c-2']);
});

test('a product that two of them have looked at is written of once', async () => {
  const store = await storeWithGuests(['nurture']);
  for (const id of ['c-1', 'c-2']) {
    await store.tell('CustomerRegistered', her(id));
    await store.tell('ProductViewed', { ...her(id), product: { id: 'p-1', name: '野草茶' } });
    await store.pass({ minutes: 5 });
  }
  await store.pass({ days: 30 });
  expect(await wentFor(store, 'nurture')).toEqual(['c-1']);
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
  expect(await wentFor(store, 'cart-abandonment')).toEqual(['c-1']);
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
