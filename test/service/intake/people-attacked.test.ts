/**
 * What people and attackers do with one mailbox, each by a list of deeds, and what must come of it, said beforehand: order mail
 * where its order said, each once, nothing of hers elsewhere, and letters once.
 */
import { expect, test } from 'vitest';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { mergedInto } from '../../support/person.ts';
import { orderOf } from '../../support/storefront.ts';

type Store = Awaited<ReturnType<typeof storeWithGuests>>;
interface Told {
  readonly again: () => Promise<void>;
}
type Deed = (store: Store, told: Map<string, Told>) => Promise<void>;

const evil = 'mallory@example.com';

/** Tells it now; `name` keeps it, to be told again. */
const tells =
  (name: string, event: Parameters<Store['tell']>[0], parts: Record<string, unknown>): Deed =>
  async (store, told) => {
    const occurredAt = store.world.clock.now().toString();
    const one = store.event(event, { eventId: name, occurredAt, ...parts });
    told.set(name, { again: () => store.put(one) });
    await store.put(one);
  };

const order = (id: string, email: string, account?: string, more = {}): Deed =>
  tells(id, 'OrderPlaced', { customer: { ...(account && { id: account }), email, ...more }, ...orderOf(id) });
const sends = (id: string, email: string, account?: string): Deed =>
  tells(`s-${id}`, 'OrderShipped', {
    customer: account ? { id: account } : { email },
    ...orderOf(id),
    shipment: { id: `s-${id}` },
  });
const registers = (account: string, email: string, more = {}): Deed =>
  tells(`r-${account}`, 'CustomerRegistered', {
    customer: { id: account, email, locale: 'en', timeZone: 'Asia/Tokyo', ...more },
  });
const moves = (account: string, email: string): Deed =>
  tells(`m-${account}-${email}`, 'CustomerUpdated', { customer: { id: account, email } });
const merges =
  (to: string, from: (store: Store) => string): Deed =>
  async (store) =>
    store.tell('CustomerMerged', mergedInto(to, from(store), store.world.clock.now().toString()));
const erases =
  (id: (store: Store) => string): Deed =>
  async (store) =>
    void (await eraseCustomer(store.engine, id(store), { at: store.world.clock.now(), by: 'test' }));
const again =
  (name: string): Deed =>
  async (_, told) =>
    told.get(name)?.again();
const passes =
  (span: { hours?: number; days?: number }): Deed =>
  ({ pass }) =>
    pass(span);
const hour = passes({ hours: 1 });
const guest = ({ lead }: Store) => lead();
const ticked = { acceptsMarketing: true };

/** The mails about orders that must have come, as "order kind address", whatever their order. */
type Case = readonly [string, readonly Deed[], readonly string[]];

const thanks = (id: string, to = mei) => `${id} thanks ${to}`;
const shipped = (id: string, to = mei) => `${id} shipped ${to}`;

const cases: readonly Case[] = [
  [
    'capitals, a name beside it and blanks are one guest; her parcel finds her',
    [order('o-1', 'MEI@EXAMPLE.COM'), order('o-2', ' Mei <mei@example.com> '), hour, sends('o-1', mei), hour],
    [thanks('o-1'), thanks('o-2'), shipped('o-1')],
  ],
  [
    'dots and a plus are addresses of their own: nobody takes the other’s order mail',
    [
      order('o-1', 'm.ei@gmail.com'),
      hour,
      order('o-2', 'mei+shop@gmail.com', 'c-1'),
      hour,
      sends('o-1', 'm.ei@gmail.com'),
      hour,
    ],
    [thanks('o-1', 'm.ei@gmail.com'), thanks('o-2', 'mei+shop@gmail.com'), shipped('o-1', 'm.ei@gmail.com')],
  ],
  [
    'a flag "verified" of a second account takes nothing from the first',
    [
      registers('c-1', mei),
      order('o-1', mei),
      hour,
      registers('m-1', mei, { emailVerified: true }),
      hour,
      sends('o-1', mei),
      hour,
      moves('m-1', evil),
      hour,
      again('s-o-1'),
      hour,
    ],
    [thanks('o-1'), shipped('o-1')],
  ],
  [
    'a verified account takes the guest in; away with its address, her parcels still go where she said',
    [
      order('o-1', mei),
      hour,
      registers('c-1', mei, { emailVerified: true }),
      hour,
      moves('c-1', evil),
      hour,
      sends('o-1', mei),
      order('o-2', mei),
      hour,
    ],
    [thanks('o-1'), shipped('o-1'), thanks('o-2')],
  ],
  [
    'a merge in either order, told twice, thanks nobody again',
    [
      order('o-1', mei),
      order('o-2', 'b@example.com', 'c-1'),
      hour,
      merges('c-1', guest),
      merges('c-1', guest),
      again('o-1'),
      again('o-2'),
      hour,
      sends('o-1', mei),
      hour,
    ],
    [thanks('o-1'), thanks('o-2', 'b@example.com'), shipped('o-1', 'b@example.com')],
  ],
  [
    'the account merged into the guest: its later orders go where they say',
    [
      order('o-1', mei),
      registers('c-1', mei),
      hour,
      async (store, told) => merges(store.lead(), () => 'c-1')(store, told),
      order('o-2', mei, 'c-1'),
      hour,
      again('o-1'),
      hour,
    ],
    [thanks('o-1'), thanks('o-2')],
  ],
  [
    'an erased guest, an order of the erased told again, a new order of hers',
    [
      order('o-1', mei),
      hour,
      erases(guest),
      hour,
      again('o-1'),
      order('o-2', mei),
      hour,
      again('o-2'),
      sends('o-2', mei),
      hour,
    ],
    [thanks('o-1'), thanks('o-2'), shipped('o-2')],
  ],
  [
    'an erased guest whom an account had taken in goes with it; the next guest is somebody new',
    [
      order('o-1', mei),
      hour,
      order('o-2', mei, 'c-1'),
      hour,
      erases(() => 'c-1'),
      hour,
      again('o-1'),
      again('o-2'),
      order('o-3', mei),
      hour,
    ],
    [thanks('o-1'), thanks('o-2'), thanks('o-3')],
  ],
  [
    'the parcel before its order, and the order twice',
    [sends('o-1', mei), hour, order('o-1', mei), again('o-1'), hour],
    [shipped('o-1'), thanks('o-1')],
  ],
  [
    'whoever orders by account under her address and goes away with it',
    [
      order('o-1', mei),
      registers('m-1', evil),
      hour,
      order('o-2', mei, 'm-1'),
      hour,
      moves('m-1', evil),
      hour,
      sends('o-1', mei),
      sends('o-2', mei, 'm-1'),
      hour,
    ],
    [thanks('o-1'), thanks('o-2'), shipped('o-1'), shipped('o-2', evil)],
  ],
  [
    'two accounts and a guest, each with an order, told again after the guest’s erasure',
    [
      registers('c-1', mei, ticked),
      registers('c-2', mei),
      order('o-1', mei, 'c-1'),
      order('o-2', mei, 'c-2'),
      order('o-3', mei),
      hour,
      erases(guest),
      hour,
      again('o-1'),
      again('o-2'),
      again('o-3'),
      hour,
      sends('o-1', mei, 'c-1'),
      sends('o-2', mei, 'c-2'),
      hour,
    ],
    [thanks('o-1'), thanks('o-2'), thanks('o-3'), shipped('o-1'), shipped('o-2')],
  ],
  [
    'an account that goes to her address and back again between her orders',
    [
      registers('m-1', evil),
      order('o-1', mei),
      hour,
      moves('m-1', mei),
      moves('m-1', evil),
      order('o-2', mei),
      hour,
      order('o-3', evil, 'm-1'),
      hour,
      sends('o-1', mei),
      hour,
    ],
    [thanks('o-1'), thanks('o-2'), thanks('o-3', evil), shipped('o-1')],
  ],
];

test.each(cases)('%s', async (_, deeds, due) => {
  const store = await storeWithGuests(['order-thanks', 'parcel-shipped']);
  const told = new Map<string, Told>();
  for (const deed of deeds) await deed(store, told);
  await store.pass({ days: 3 });
  const mails = store.world.mailer.mails.map(({ to, text, subject, tags }) => {
    const ids = [...new Set(`${subject} ${text}`.match(/o-\d/g) ?? [])];
    return `${ids.join()} ${String(tags.template).split('__')[1]} ${to.toLowerCase()}`;
  });
  expect(mails.toSorted()).toEqual([...due].toSorted());
  expect(store.failures).toEqual([]);
});

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
  const told = new Map<string, Told>();
  for (const deed of deeds) await deed(store, told);
  await store.pass({ days: 14 });
  expect(letters(store)).toEqual([
    'welcome__hello',
    'welcome__promise',
    'welcome__gift',
    'welcome__gift-ends',
  ]);
});
