/** What an address is told before and after a save: a save that is lost silences nobody. */
import { expect, test } from 'vitest';
import { readerOf } from '../../../shared/core/contact-policy/mailbox-reader.ts';
import { type Consent, type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { grantAtAddress, standAtAddress } from '../../../shared/service/saving/stand-at-address.ts';
import { at } from '../../support/events.ts';

const now = at('2026-11-22 10:00');
const email = 'mei@example.com';
const is = (word: 'granted' | 'denied'): Consent => ({ all: { is: word, at: now, source: 'form' } });

function known(id: string, parts: Partial<Customer> = {}): Customer {
  return { ...newCustomer('mori', id), profile: { email }, ...parts };
}

function address() {
  const world = memoryWorld({ startAt: now, settings: { locale: 'ja' } });
  return {
    save: async (before: Customer, after: Customer, isLost = false) => {
      await standAtAddress(world, before, after, now);
      if (!isLost) await grantAtAddress(world, before, { ...after, version: after.version + 1 }, now);
    },
    reader: async () => readerOf(await world.addresses.load(addressHash(await world.keys(), email)), 'news'),
    holders: async () => world.addresses.users(addressHash(await world.keys(), email)),
  };
}

const nobody = (id: string) => ({ ...newCustomer('mori', id) });

test('a grant counts from the save that holds it', async () => {
  const { save, reader, holders } = address();
  await save(nobody('c-1'), known('c-1', { consent: is('granted') }), true);
  expect([await reader(), await holders()]).toEqual([undefined, ['c-1']]);
  await save(nobody('c-1'), known('c-1', { consent: is('granted') }));
  expect(await reader()).toBe('c-1');
});

test('a withdrawal counts before its save, so that its customer silences nobody if that is lost', async () => {
  const { save, reader } = address();
  const granting = known('c-1', { consent: is('granted') });
  await save(nobody('c-1'), granting);
  await save(nobody('c-2'), known('c-2', { consent: is('granted') }));
  expect(await reader()).toBe('c-1');
  const saved = { ...granting, version: 1 };
  await save(saved, { ...saved, consent: is('denied') }, true);
  expect(await reader()).toBe('c-2');
});

test('an older save that is told late takes nothing back', async () => {
  const { save, reader } = address();
  const granting = known('c-1', { consent: is('granted') });
  await save(nobody('c-1'), granting);
  await save({ ...granting, version: 1 }, { ...granting, version: 1, consent: is('denied') });
  await save(nobody('c-1'), granting);
  expect(await reader()).toBeUndefined();
});
