/** Whoever opens accounts with another's address: of whom the address was told nothing, nobody takes the letters. */
import { expect, test } from 'vitest';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';

const account = (id: string) => ({
  customer: { id, email: mei, locale: 'en', timeZone: 'Asia/Tokyo', acceptsMarketing: true },
});
type Store = Awaited<ReturnType<typeof storeWithGuests>>;

async function lettersOf(store: Store, id: string) {
  const all = await store.touchpoints(id);
  return all.filter(({ state }) => state !== 'skipped').map(({ step }) => step);
}

test.each<[string, (store: Store) => Promise<void>]>([
  [
    'who came before an address was told of its customers',
    async ({ tell, world }) => {
      await tell('CustomerRegistered', account('c-1'));
      const key = addressHash(await world.keys(), mei);
      await world.addresses.leave(key, 'c-1');
      await world.addresses.use(key, 'c-1');
      await tell('CustomerRegistered', account('m-1'));
    },
  ],
  [
    'for whom the address has no place left',
    async ({ tell }) => {
      for (let nth = 1; nth <= 50; nth += 1) await tell('CustomerRegistered', account(`m-${nth}`));
      await tell('CustomerRegistered', account('c-1'));
    },
  ],
])('a customer %s gets the letters, though another granted them', async (_, told) => {
  const store = await storeWithGuests(['welcome', 'nurture', 'small-store-walls']);
  await told(store);
  await store.pass({ days: 12 });
  expect((await lettersOf(store, 'c-1')).length).toBeGreaterThan(1);
});
