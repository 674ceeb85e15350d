/** Who takes over from a reader who is gone, and to whom an erasure at the address means nothing. */
import { expect, test } from 'vitest';
import { withdrawAll } from '../../../shared/service/feedback/unsubscribe.ts';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { mergedInto } from '../../support/person.ts';

const her = (id: string, more: object = {}) => ({
  customer: { id, email: mei, locale: 'en', timeZone: 'Asia/Tokyo', acceptsMarketing: true, ...more },
});
const grant = { consent: { granted: true, source: 'form' } };

type Store = Awaited<ReturnType<typeof storeWithGuests>>;

const twoReaders = async () => {
  const store = await storeWithGuests(['welcome', 'win-back', 'order-thanks']);
  await store.tell('CustomerRegistered', her('c-1'));
  await store.tell('CustomerRegistered', her('c-2'));
  await store.pass({ hours: 30 });
  expect(store.wentFor('welcome')).toEqual(['c-1']);
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
  expect(store.wentFor('welcome')).toContain('c-2');
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
  expect(store.wentFor('welcome')).toEqual(['c-1']);
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
  expect(store.wentFor('welcome')).toContain('c-2');
});
