import { expect, test } from 'vitest';
import { hana, hers, labelsOf, orders } from '../../support/events-of-hana.ts';
import { scenarios } from '../../support/shipped.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
const welcomes = scenarios
  .filter(({ id }) => ['welcome', 'referral-welcome', 'referral-thanks'].includes(id))
  .map((one) => ({ ...one, holdout: 0 }));
const open = () => storeInMemory({ startAt: monday, scenarios: welcomes });
type Store = ReturnType<typeof open>;

const registered = (store: Store) => hers(store, 'CustomerRegistered', { customer: hana });
/** As the intake copies the giver's event to the friend. */
const told = (store: Store) => hers(store, 'ReferralMade', { referral: { friendId: hana.id } });
const friends = [
  '12:45 referral-welcome__welcome',
  '19:00 referral-welcome__present',
  '19:00 referral-welcome__present-ends',
];
const mails = (store: Store) => store.calendar('Asia/Tokyo').map((line) => line.slice(11));

test('a friend told of before she registers gets the friend’s welcome', async () => {
  const store = open();
  await told(store);
  await store.pass({ hours: 24 });
  await registered(store);
  await store.pass({ days: 40 });
  expect(mails(store)).toEqual(friends);
});

test('a friend told of right after she registers gets the friend’s welcome alone', async () => {
  const store = open();
  await registered(store);
  await store.pass({ minutes: 5 });
  await told(store);
  await store.pass({ days: 40 });
  expect(mails(store)).toEqual(['12:50 referral-welcome__welcome', ...friends.slice(1)]);
});

test('a friend told of on the second day goes on with the friend’s present, and hears no second hello', async () => {
  const store = open();
  await registered(store);
  await store.pass({ days: 1 });
  await told(store);
  await store.pass({ days: 40 });
  expect(mails(store)).toEqual(['12:45 welcome__hello', ...friends.slice(1)]);
});

test('who has had the welcome’s gift gets no second one', async () => {
  for (const later of [5, 20]) {
    const store = open();
    await registered(store);
    await store.pass({ days: later });
    await told(store);
    await store.pass({ days: 40 });
    expect(mails(store)).toEqual([
      '12:45 welcome__hello',
      '10:00 welcome__promise',
      '10:00 welcome__gift',
      '20:00 welcome__gift-ends',
    ]);
  }
});

test('a friend who has bought by then is told nothing of a first order, and is no giver', async () => {
  const store = open();
  await registered(store);
  await store.pass({ minutes: 1 });
  await orders(store, 'o-1');
  await told(store);
  await store.pass({ days: 40 });
  expect(mails(store)).toEqual([]);
  expect(await labelsOf(store)).toEqual(['member', 'referred']);
});

test('a store that has switched the friend’s welcome off welcomes friends like everybody', async () => {
  const off = welcomes.map((one) => ({ ...one, enabled: one.id !== 'referral-welcome' }));
  const store = storeInMemory({ startAt: monday, scenarios: off });
  await told(store);
  await registered(store);
  await store.pass({ days: 3 });
  expect(mails(store)).toEqual(['12:45 welcome__hello', '10:00 welcome__promise']);
});

test('who came by a friend stays one, whatever brings her the next time', async () => {
  const store = open();
  await hers(store, 'CustomerRegistered', {
    customer: { ...hana, acceptsMarketing: undefined, source: 'referral' },
  });
  await store.pass({ days: 1 });
  await hers(store, 'ConsentChanged', {
    customer: { id: hana.id, source: 'newsletter' },
    consent: { granted: true },
  });
  await store.pass({ hours: 1 });
  expect(mails(store)).toEqual(['12:45 referral-welcome__welcome']);
});
