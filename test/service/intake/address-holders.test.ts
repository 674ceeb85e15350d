/** The item of an address holds the ids of those who use it now: whoever changes hers leaves the old one. */
import { expect, test } from 'vitest';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { holdersOf } from '../../support/holders.ts';
import { someone } from '../../support/store-wide.ts';
import { storefront } from '../../support/storefront.ts';

/** Takes in who has which address, one after another; afterwards the holders of each. */
async function holdersAfter(...told: readonly (readonly [id: string, email: string])[]) {
  const store = storefront([]);
  for (const [id, email] of told) {
    await store.tell('CustomerUpdated', { customer: { ...someone(id), email } });
    await store.pass({ minutes: 1 });
  }
  const keys = await store.world.keys();
  return async (email: string) => holdersOf(store.world, addressHash(keys, email));
}

const old = 'hana@example.com';
const present = 'hana@example.org';

test('who changes her address is at the new one and no longer at the old one', async () => {
  const at = await holdersAfter(['c-1', old], ['c-1', present]);
  expect([await at(old), await at(present)]).toEqual([[], ['c-1']]);
});

test('who comes back to an address is there again', async () => {
  const at = await holdersAfter(['c-1', old], ['c-1', present], ['c-1', old]);
  expect([await at(old), await at(present)]).toEqual([['c-1'], []]);
});

test('who shares the old address stays there', async () => {
  const at = await holdersAfter(['c-1', old], ['c-2', old], ['c-1', present]);
  expect([await at(old), await at(present)]).toEqual([['c-2'], ['c-1']]);
});

test('the same address in other letters is no other address', async () => {
  const at = await holdersAfter(['c-1', old], ['c-1', 'Hana@Example.COM']);
  expect(await at(old)).toEqual(['c-1']);
});

test('what is known against the old address stays there when she leaves it', async () => {
  const store = storefront([]);
  await store.tell('CustomerUpdated', { customer: { ...someone(), email: old } });
  const { addresses, clock, keys } = store.world;
  const key = addressHash(await keys(), old);
  await addresses.suppress(key, 'all', { because: 'complaint', at: clock.now() });
  await store.pass({ minutes: 1 });
  await store.tell('CustomerUpdated', { customer: { ...someone(), email: present } });
  expect(await holdersOf(store.world, key)).toEqual([]);
  expect((await addresses.load(key))?.all?.because).toBe('complaint');
});
