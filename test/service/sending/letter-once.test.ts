/** A mailbox whose reader changes within a day: each letter comes once, and none is lost between two readers. */
import { expect, test } from 'vitest';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { orderOf } from '../../support/storefront.ts';

const [tokyo, kolkata] = ['Asia/Tokyo', 'Asia/Kolkata'];

const her = (id: string, timeZone = tokyo) => ({
  customer: { id, email: mei, locale: 'en', timeZone, acceptsMarketing: true },
});
const withdraws = (id: string) => ({ customer: { id }, consent: { granted: false, source: 'account-page' } });
const viewed = { product: { id: 'p-1', name: '野草茶' } };

type Store = Awaited<ReturnType<typeof storeWithGuests>>;
const lettersIn = (store: Store) =>
  store.world.mailer.mails.map(({ at, tags }) => {
    const day = at.toZonedDateTimeISO(tokyo).toPlainDate().toString().slice(5);
    return `${day} ${String(tags.template).replace('__', '/')} ${Buffer.from(tags.customer ?? '', 'base64url')}`;
  });

test('whoever reads from noon on gets what the mailbox had not: not the letter of this morning', async () => {
  const store = await storeWithGuests(['welcome']);
  await store.tell('CustomerRegistered', her('c-1'));
  // Ten o'clock comes three hours and a half later there.
  await store.tell('CustomerRegistered', her('c-2', kolkata));
  await store.pass('2026-03-04T02:00:00Z');
  expect(lettersIn(store)).toEqual(['03-02 welcome/hello c-1', '03-04 welcome/promise c-1']);
  await store.tell('ConsentChanged', withdraws('c-1'));
  await store.pass({ days: 5 });
  const letters = lettersIn(store).map((line) => line.split(' ')[1]);
  expect(new Set(letters).size).toBe(letters.length);
  expect(
    lettersIn(store)
      .slice(2)
      .every((line) => line.endsWith('c-2')),
  ).toBe(true);
  expect(letters.length).toBeGreaterThan(2);
});

test('a welcome that was begun as the other one went is the same; one begun days later is a newcomer’s own', async () => {
  const store = await storeWithGuests(['welcome']);
  await store.tell('CustomerRegistered', her('c-1'));
  await store.pass({ minutes: 10 });
  await store.tell('CustomerRegistered', her('c-2'));
  await store.pass({ minutes: 10 });
  await store.tell('ConsentChanged', withdraws('c-1'));
  await store.pass({ minutes: 30 });
  expect(lettersIn(store)).toEqual(['03-02 welcome/hello c-1']);
  await store.tell('ConsentChanged', withdraws('c-2'));
  await store.pass({ days: 3 });
  await store.tell('CustomerRegistered', her('c-4'));
  await store.pass({ minutes: 30 });
  expect(lettersIn(store)).toEqual(['03-02 welcome/hello c-1', '03-05 welcome/hello c-4']);
});

test('where the one who reads by now was passed over for the other, the letter is the other’s', async () => {
  const store = await storeWithGuests(['nurture']);
  await store.tell('ProductViewed', { ...her('c-1', kolkata), ...viewed });
  await store.pass({ minutes: 1 });
  await store.tell('ProductViewed', { ...her('c-2'), ...viewed });
  await store.pass('2026-03-03T02:00:00Z');
  expect((await store.touchpoints('c-2')).map(({ because }) => because)).toEqual(['mailbox-reader']);
  await store.tell('OrderPlaced', { ...her('c-2'), ...orderOf('o-1') });
  await store.pass({ hours: 6 });
  expect(lettersIn(store)).toEqual(['03-03 nurture/how-to c-1']);
});

test('of two products each has its letter', async () => {
  const store = await storeWithGuests(['nurture']);
  await store.tell('ProductViewed', { ...her('c-1'), ...viewed });
  await store.tell('ProductViewed', { ...her('c-2', kolkata), product: { id: 'p-2', name: '蜂蜜' } });
  await store.pass('2026-03-03T02:00:00Z');
  await store.tell('ConsentChanged', withdraws('c-1'));
  await store.pass({ hours: 6 });
  expect(lettersIn(store)).toEqual(['03-03 nurture/how-to c-1', '03-03 nurture/how-to c-2']);
});

test('one customer alone at an address is read alone', async () => {
  const store = await storeWithGuests(['welcome', 'nurture']);
  await store.tell('CustomerRegistered', her('c-1'));
  const { loadWithAddress } = store.world.customers;
  const read: string[] = [];
  Object.assign(store.world.customers, {
    loadWithAddress: (...args: Parameters<typeof loadWithAddress>) => {
      read.push(`${args[0]} ${args[1] === undefined ? 'alone' : 'with address'}`);
      return loadWithAddress(...args);
    },
  });
  await store.pass({ days: 30 });
  expect(new Set(read)).toEqual(new Set(['c-1 with address']));
});
