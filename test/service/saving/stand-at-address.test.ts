/** What an address is told before and after a save: a save that is lost silences nobody. */
import { expect, test } from 'vitest';
import { readerOf } from '../../../shared/core/contact-policy/mailbox-reader.ts';
import { type Consent, type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import {
  standAtAddress,
  tellAddress,
  toldAtAddress,
} from '../../../shared/service/saving/stand-at-address.ts';
import { at } from '../../support/events.ts';

const now = at('2026-11-22 10:00');
const email = 'mei@example.com';
const is = (word: 'granted' | 'denied'): Consent => ({ all: { is: word, at: now, source: 'form' } });

function known(id: string, parts: Partial<Customer> = {}): Customer {
  return { ...newCustomer('mori', id), profile: { email }, ...parts };
}

function address() {
  const world = memoryWorld({ startAt: now, settings: { locale: 'ja' } });
  const key = async () => addressHash(await world.keys(), email);
  return {
    /** The same in two halves, with something between its reading of the address and its save. */
    saveAround: async (before: Customer, after: Customer, between: () => Promise<void>) => {
      const standing = await standAtAddress(world, before, after, now);
      await between();
      const saved = await world.customers.save(after, {});
      if (saved !== 'conflict') await toldAtAddress(world, saved, standing, now);
    },
    save: async (before: Customer | undefined, after: Customer, isLost = false) => {
      const standing = await standAtAddress(world, before ?? newCustomer('mori', after.id), after, now);
      if (isLost) return;
      const saved = await world.customers.save(after, {});
      if (saved === 'conflict') throw new Error('conflict');
      await toldAtAddress(world, saved, standing, now);
    },
    tell: (saved: Customer) => tellAddress(world, saved, now),
    reader: async () => readerOf(await world.addresses.load(await key()), 'news'),
    holders: async () => (await world.addresses.load(await key()))?.holders ?? {},
  };
}

const granting = (id: string) => known(id, { consent: is('granted') });

test('of one customer alone the address knows the id and since when', async () => {
  const { save, holders } = address();
  await save(undefined, granting('c-1'));
  expect(await holders()).toEqual({ 'c-1': { since: now } });
});

test('with the second both are told of, and whoever came first reads', async () => {
  const { save, reader, holders } = address();
  await save(undefined, granting('z'));
  await save(undefined, granting('a'));
  expect(Object.values(await holders()).map(({ granted }) => granted?.includes('news'))).toEqual([
    true,
    true,
  ]);
  // The moment is the same here: its order is told by the calendar tests.
  expect(['a', 'z']).toContain(await reader());
});

test('a grant counts from the save that holds it', async () => {
  const { save, reader } = address();
  await save(undefined, known('c-1'));
  await save(undefined, granting('c-2'), true);
  expect(await reader()).toBeUndefined();
  await save(undefined, granting('c-2'));
  expect(await reader()).toBe('c-2');
});

test('a withdrawal counts before its save, so that its customer silences nobody if that is lost', async () => {
  const { save, reader } = address();
  await save(undefined, granting('c-1'));
  await save(undefined, granting('c-2'));
  expect(await reader()).toBe('c-1');
  const saved = { ...granting('c-1'), version: 1 };
  await save(saved, { ...saved, consent: is('denied') }, true);
  expect(await reader()).toBe('c-2');
});

test('an older save that is told late takes nothing back', async () => {
  const { save, reader } = address();
  await save(undefined, granting('c-1'));
  await save(undefined, known('c-2'));
  await save({ ...granting('c-1'), version: 1 }, { ...known('c-1'), version: 1, consent: is('denied') });
  expect(await reader()).toBeUndefined();
  await save(undefined, granting('c-1'), true);
  expect(await reader()).toBeUndefined();
});

test('whoever has left meanwhile is not brought back by what was read before', async () => {
  const { save, tell, reader, holders } = address();
  await save(undefined, granting('c-1'));
  await save(undefined, granting('c-2'));
  const asRead = { ...granting('c-1'), version: 1 };
  await save(asRead, { ...asRead, profile: { email: 'away@example.com' } });
  await tell(asRead);
  expect([Object.keys(await holders()), await reader()]).toEqual([['c-2'], 'c-2']);
});

test('whoever comes while the one who was alone there withdraws is silent for nobody', async () => {
  const { save, saveAround, reader } = address();
  await save(undefined, granting('c-1'));
  const alone = { ...granting('c-1'), version: 1 };
  await saveAround(alone, { ...alone, consent: is('denied') }, () => save(undefined, granting('c-2')));
  expect(await reader()).toBe('c-2');
});
