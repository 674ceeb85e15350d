/**
 * What people and attackers do with one mailbox, and what must come of it, said beforehand: order mail where its order said, each once,
 * and nothing of hers elsewhere.
 */
import { expect, test } from 'vitest';
import { mei, storeWithGuests } from '../../support/guests.ts';
import {
  again,
  type Deed,
  erases,
  evil,
  guest,
  lived,
  merges,
  moves,
  order,
  registers,
  sends,
  ticked,
} from '../../support/mailbox-deeds.ts';

/** The mails about orders that must have come, as "order kind address", whatever their order. */
type Case = readonly [string, readonly Deed[], readonly string[]];

const thanks = (id: string, to = mei) => `${id} thanks ${to}`;
const shipped = (id: string, to = mei) => `${id} shipped ${to}`;

const cases: readonly Case[] = [
  [
    'capitals, a name beside it and blanks are one guest; her parcel finds her',
    [order('o-1', 'MEI@EXAMPLE.COM'), order('o-2', ' Mei <mei@example.com> '), sends('o-1', mei)],
    [thanks('o-1'), thanks('o-2'), shipped('o-1')],
  ],
  [
    'dots and a plus are addresses of their own: nobody takes the other’s order mail',
    [
      order('o-1', 'm.ei@gmail.com'),
      order('o-2', 'mei+shop@gmail.com', 'c-1'),
      sends('o-1', 'm.ei@gmail.com'),
    ],
    [thanks('o-1', 'm.ei@gmail.com'), thanks('o-2', 'mei+shop@gmail.com'), shipped('o-1', 'm.ei@gmail.com')],
  ],
  [
    'a flag "verified" of a second account takes nothing from the first',
    [
      registers('c-1', mei),
      order('o-1', mei),
      registers('m-1', mei, { emailVerified: true }),
      sends('o-1', mei),
      moves('m-1', evil),
      again('s-o-1'),
    ],
    [thanks('o-1'), shipped('o-1')],
  ],
  [
    'a verified account takes the guest in; away with its address, her parcels still go where she said',
    [
      order('o-1', mei),
      registers('c-1', mei, { emailVerified: true }),
      moves('c-1', evil),
      sends('o-1', mei),
      order('o-2', mei),
    ],
    [thanks('o-1'), shipped('o-1'), thanks('o-2')],
  ],
  [
    'a merge in either order, told twice, thanks nobody again',
    [
      order('o-1', mei),
      order('o-2', 'b@example.com', 'c-1'),
      merges('c-1', guest),
      merges('c-1', guest),
      again('o-1'),
      again('o-2'),
      sends('o-1', mei),
    ],
    [thanks('o-1'), thanks('o-2', 'b@example.com'), shipped('o-1', 'b@example.com')],
  ],
  [
    'the account merged into the guest: its later orders go where they say',
    [
      order('o-1', mei),
      registers('c-1', mei),
      async (store, told) => merges(store.lead(), () => 'c-1')(store, told),
      order('o-2', mei, 'c-1'),
      again('o-1'),
    ],
    [thanks('o-1'), thanks('o-2')],
  ],
  [
    'an erased guest, an order of the erased told again, a new order of hers',
    [order('o-1', mei), erases(guest), again('o-1'), order('o-2', mei), again('o-2'), sends('o-2', mei)],
    [thanks('o-1'), thanks('o-2'), shipped('o-2')],
  ],
  [
    'an erased guest whom an account had taken in goes with it; the next guest is somebody new',
    [
      order('o-1', mei),
      order('o-2', mei, 'c-1'),
      erases(() => 'c-1'),
      again('o-1'),
      again('o-2'),
      order('o-3', mei),
    ],
    [thanks('o-1'), thanks('o-2'), thanks('o-3')],
  ],
  [
    'the parcel before its order, and the order twice',
    [sends('o-1', mei), order('o-1', mei), again('o-1')],
    [shipped('o-1'), thanks('o-1')],
  ],
  [
    'whoever orders by account under her address and goes away with it',
    [
      order('o-1', mei),
      registers('m-1', evil),
      order('o-2', mei, 'm-1'),
      moves('m-1', evil),
      sends('o-1', mei),
      sends('o-2', mei, 'm-1'),
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
      erases(guest),
      again('o-1'),
      again('o-2'),
      again('o-3'),
      sends('o-1', mei, 'c-1'),
      sends('o-2', mei, 'c-2'),
    ],
    [thanks('o-1'), thanks('o-2'), thanks('o-3'), shipped('o-1'), shipped('o-2')],
  ],
  [
    'an account that goes to her address and back again between her orders',
    [
      registers('m-1', evil),
      order('o-1', mei),
      moves('m-1', mei),
      moves('m-1', evil),
      order('o-2', mei),
      order('o-3', evil, 'm-1'),
      sends('o-1', mei),
    ],
    [thanks('o-1'), thanks('o-2'), thanks('o-3', evil), shipped('o-1')],
  ],
];

test.each(cases)('%s', async (_, deeds, due) => {
  const store = await storeWithGuests(['order-thanks', 'parcel-shipped']);
  await lived(store, deeds, { hours: 1 });
  await store.pass({ days: 3 });
  const mails = store.world.mailer.mails.map(({ to, text, subject, tags }) => {
    const ids = [...new Set(`${subject} ${text}`.match(/o-\d/g) ?? [])];
    return `${ids.join()} ${String(tags.template).split('__')[1]} ${to.toLowerCase()}`;
  });
  expect(mails.toSorted()).toEqual([...due].toSorted());
  expect(store.failures).toEqual([]);
});
