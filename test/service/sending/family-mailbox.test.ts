/** A life of PRACTICE's kind: a guest in the mailbox of her husband's account. D0 is the day of her first order. */
import { expect, test } from 'vitest';
import { unsubscribe } from '../../../shared/service/feedback/unsubscribe.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { orderOf } from '../../support/storefront.ts';

const person = (id: string) => ({
  customer: { id, email: mei, locale: 'ja', timeZone: 'Asia/Tokyo', acceptsMarketing: true },
});
const guest = { customer: { email: mei, locale: 'ja' } };
const playing = [
  'order-thanks',
  'parcel-shipped',
  'order-delivered',
  'welcome',
  'win-back',
  'ninety-day-check',
  'onboarding',
  'review-request',
  'nurture-after-welcome',
  'small-store-walls',
];

test('order mail alone for a guest, one copy of all else, no coupon, and silence after one stop', async () => {
  const store = await storeWithGuests(playing);
  const { world } = store;
  const lead = store.lead();
  const whose = (customer = '') =>
    ({ [lead]: 'guest', h: 'husband', w: 'wife' })[Buffer.from(customer, 'base64url').toString()];
  let told = 0;
  /** What came since it was last asked. */
  const came = () => {
    const mails = world.mailer.mails.slice(told);
    told = world.mailer.mails.length;
    return mails.map(({ tags }) => `${whose(tags.customer)}: ${String(tags.template).replace('__', '/')}`);
  };

  await store.tell('OrderPlaced', { ...person('h'), ...orderOf('h-1') });
  await store.pass({ days: 100 });
  expect(came().at(-1)).toBe('husband: win-back/news');

  // D0 to D3: a guest's order ends his win-back.
  await store.tell('OrderPlaced', { ...guest, ...orderOf('g-1') });
  await store.pass({ days: 1 });
  await store.tell('OrderShipped', { ...guest, ...orderOf('g-1'), shipment: { id: 's-1' } });
  await store.pass({ days: 2 });
  await store.tell('OrderDelivered', { ...guest, ...orderOf('g-1'), shipment: { id: 's-1' } });
  await store.pass({ days: 27 });
  expect(came()).toEqual([
    'guest: order-thanks/thanks',
    'guest: parcel-shipped/shipped',
    'guest: order-delivered/delivered',
  ]);

  // D30 to D45: his account has the address, so she stays a guest of before; her account knows that the mailbox has bought.
  const wife = { customer: { ...person('w').customer, emailVerified: true } };
  await store.tell('CustomerRegistered', wife);
  await store.pass({ days: 15 });
  expect((await world.customers.load(lead))?.mergedInto).toBeUndefined();
  expect(came().filter((mail) => mail.includes('welcome/'))).toEqual([]);

  // D45: "stop", in a mail of either.
  const last = world.mailer.mails.findLast(({ headers }) => headers['List-Unsubscribe'] !== undefined);
  const token = /\/u\/([^>]+)>/.exec(last?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  expect(await unsubscribe(store.engine, token)).toBeDefined();
  await store.pass({ days: 15 });

  // D60: her own order, with the box still ticked.
  await store.tell('OrderPlaced', { ...wife, ...orderOf('w-1') });
  await store.pass({ days: 1 });
  await store.tell('OrderShipped', { ...wife, ...orderOf('w-1'), shipment: { id: 's-2' } });
  await store.pass({ days: 150 });
  expect(came()).toEqual(['wife: order-thanks/thanks', 'wife: parcel-shipped/shipped']);
});
