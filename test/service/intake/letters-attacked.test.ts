/** Accounts that come to one mailbox, go and are erased: each letter of the welcome comes once, and none stays away. */
import { expect, test } from 'vitest';
import { mei, storeWithGuests } from '../../support/guests.ts';
import {
  again,
  type Deed,
  erases,
  guest,
  hour,
  lived,
  merges,
  moves,
  registers,
  type Store,
  tells,
  ticked,
} from '../../support/mailbox-deeds.ts';

const letters = (store: Store) => store.world.mailer.mails.map(({ tags }) => String(tags.template));

test.each<[string, readonly Deed[]]>([
  [
    'three accounts at once, in other letters',
    [
      registers('c-1', mei, ticked),
      registers('c-2', 'MEI@example.com', ticked),
      registers('c-3', 'Mei <mei@example.com>', ticked),
    ],
  ],
  [
    'one who comes, goes and comes back',
    [
      registers('c-1', mei, ticked),
      registers('c-2', mei, ticked),
      hour,
      moves('c-2', 'b@example.com'),
      moves('c-2', mei),
    ],
  ],
  [
    'an account and the guest it takes in',
    [
      registers('c-1', mei, ticked),
      tells('g', 'CustomerUpdated', { customer: { email: mei, ...ticked } }),
      hour,
      merges('c-1', guest),
    ],
  ],
  [
    'a registration that comes three times',
    [
      registers('c-1', mei, ticked),
      again('r-c-1'),
      registers('c-2', mei, ticked),
      again('r-c-2'),
      again('r-c-1'),
    ],
  ],
  [
    'an account of an attacker’s that is erased',
    [registers('c-1', mei, ticked), registers('m-1', mei, ticked), hour, erases(() => 'm-1')],
  ],
  [
    'a victim who came second',
    [registers('m-1', mei, ticked), registers('c-1', mei, ticked), hour, erases(() => 'm-1')],
  ],
])('each letter of the welcome comes once, and none stays away: %s', async (_, deeds) => {
  const store = await storeWithGuests(['welcome']);
  await lived(store, deeds, { minutes: 0 });
  await store.pass({ days: 14 });
  expect(letters(store)).toEqual([
    'welcome__hello',
    'welcome__promise',
    'welcome__gift',
    'welcome__gift-ends',
  ]);
});
