/** What the whole library says of orders that are presents, go to somebody else, or came about in another way than on the site. */
import { expect, test } from 'vitest';
import { supplyEnds } from '../../shared/core/record/orders/supply.ts';
import { scenarios } from '../support/shipped.ts';
import { orderOf, storefront } from '../support/storefront.ts';

const library = scenarios.map((scenario) => ({ ...scenario, holdout: undefined, enabled: true }));
// How much one customer gets of all of it is asked elsewhere.
const open = () => storefront(library, { settings: { caps: [] } });
type Shop = ReturnType<typeof open>;

const tea = {
  productId: 'p-1',
  name: '野草茶',
  category: 'tea',
  quantity: 1,
  unitPrice: 2400,
  supplyDays: 30,
};
const order = (more: Record<string, unknown> = {}) => orderOf('o-1', { items: [tea], ...more });

/** Letters that suppose goods in the customer's own hands. */
const ofOwnGoods =
  /^(onboarding|after-purchase|early-survey|review-request|cross-sell|pulse|replenishment|small-store-walls)\//;
const said = (shop: Shop) => shop.mails().map((mail) => mail.slice('03-02 12:30 '.length));
const ofGoods = (shop: Shop) => said(shop).filter((mail) => ofOwnGoods.test(mail));
const subjects = (shop: Shop) => shop.world.mailer.mails.map(({ subject }) => subject);

/** A year of a customer with one order, sent and delivered. */
async function year(placed: Record<string, unknown>, later: Record<string, unknown> = {}) {
  const shop = open();
  await shop.tell('OrderPlaced', order(placed));
  await shop.pass({ days: 1 });
  await shop.tell('OrderShipped', { ...order(later), shipment: { id: 's-1' } });
  await shop.pass({ days: 2 });
  await shop.tell('OrderDelivered', { ...orderOf('o-1', {}), shipment: { id: 's-1' } });
  await shop.pass({ days: 362 });
  return shop;
}

const forOther: [title: string, placed: Record<string, unknown>, later?: Record<string, unknown>][] = [
  ['a present', { gift: true }],
  ['sent to somebody else', { shipTo: { other: true } }],
  ['a present sent to somebody else', { gift: true, shipTo: { country: 'JP', other: true } }],
  ['a present of which only the parcel tells', {}, { gift: true }],
  ['a parcel that goes to somebody else, told as it leaves', {}, { shipTo: { other: true } }],
];

test.each(forOther)('%s: thanks, shipping, and the delivery to the recipient', async (_, placed, later) => {
  const shop = await year(placed, later);
  expect(said(shop).slice(0, 3)).toEqual([
    'order-thanks/thanks',
    'parcel-shipped/shipped',
    'order-delivered/delivered',
  ]);
  expect(subjects(shop)[2]).toBe('先様へのお届けが完了しました（注文番号 o-1）');
  expect(ofGoods(shop)).toEqual([]);
  const after = await shop.world.customers.load('c-1');
  expect(after?.lifecycle.orders).toBe(1);
});

test('an order of the customer’s own begins them all, and is told as delivered to the customer', async () => {
  const shop = await year({ gift: false, shipTo: { other: false } });
  expect(subjects(shop)[2]).toBe('お届けが完了しました（注文番号 o-1）');
  expect(new Set(ofGoods(shop).map((mail) => mail.split('/')[0]))).toEqual(
    new Set([
      'onboarding',
      'after-purchase',
      'early-survey',
      'review-request',
      'cross-sell',
      'pulse',
      'replenishment',
    ]),
  );
});

test('a present sent to the customer’s own door is not told as delivered to somebody else', async () => {
  const shop = await year({ gift: true, shipTo: { other: false } });
  expect(subjects(shop)[2]).toBe('お届けが完了しました（注文番号 o-1）');
  expect(ofGoods(shop)).toEqual([]);
});

test('a present in two parcels is told by parcel', async () => {
  const shop = open();
  await shop.tell('OrderPlaced', order({ gift: true }));
  const parcel = (number: number) => ({ shipment: { id: `s-${number}`, number, of: 2 } });
  for (const number of [1, 2]) await shop.tell('OrderShipped', { ...orderOf('o-1'), ...parcel(number) });
  await shop.pass({ days: 2 });
  for (const number of [1, 2]) {
    await shop.tell('OrderDelivered', { ...orderOf('o-1'), ...parcel(number) });
    await shop.pass({ hours: 2 });
  }
  expect(subjects(shop).slice(-2)).toEqual([
    '先様へ、ご注文の一部をお届けしました（注文番号 o-1）',
    '先様へのお届けが完了しました（注文番号 o-1）',
  ]);
});

test('a present ends no supply of the customer’s own, and begins none', async () => {
  const shop = open();
  await shop.tell('OrderPlaced', order());
  await shop.pass({ days: 10 });
  await shop.tell('OrderPlaced', { ...orderOf('o-2', { gift: true, items: [{ ...tea, quantity: 3 }] }) });
  const after = await shop.world.customers.load('c-1');
  expect(
    after?.owned.map(({ productId, supplyDays, forOther: other }) => [productId, supplyDays, other]),
  ).toEqual([
    ['p-1', 30, undefined],
    ['p-1', 90, true],
  ]);
  const ends = after && supplyEnds(after, { timeZone: 'Asia/Tokyo', settings: shop.engine.decisions });
  // Five days on the way, thirty of use.
  expect(ends?.map(String)).toEqual(['2026-04-06T03:30:00Z']);
  expect(after?.lifecycle.orders).toBe(2);
});

test('goods handed over in a shop: no word of a parcel, and the letters count from that day', async () => {
  const shop = open();
  await shop.tell('OrderPlaced', order({ origin: 'store' }));
  await shop.pass({ hours: 1 });
  await shop.tell('OrderShipped', { ...order(), shipment: { id: 's-1' } });
  await shop.tell('OrderDelivered', { ...order(), shipment: { id: 's-1' } });
  await shop.pass({ days: 365 });
  expect(said(shop).filter((mail) => /^(parcel|order-delivered|delivery)/.test(mail))).toEqual([]);
  expect(shop.mails().slice(0, 2)).toEqual([
    '03-02 12:30 order-thanks/thanks',
    '03-04 10:00 onboarding/tutorial',
  ]);
  const texts = shop.world.mailer.mails.map(({ text }) => text).filter((text) => text.includes('野草茶'));
  expect(texts.length).toBeGreaterThan(4);
  for (const { subject, text } of shop.world.mailer.mails)
    expect(`${subject} ${text}`).not.toMatch(
      /お届けから|お荷物|無事にお手元に|お届けした品|お届けしました|発送しました|お届けの準備|お届けの日を/,
    );
});

test('a renewal begins no story of a purchase, and no thanks: its parcel is told of', async () => {
  const shop = open();
  await shop.tell('SubscriptionStarted', {
    subscription: { id: 'sub-1', productId: 'p-1', intervalDays: 30, renewsAt: '2026-04-01' },
  });
  await shop.pass({ days: 30 });
  await shop.tell('SubscriptionRenewed', {
    subscription: { id: 'sub-1', productId: 'p-1', nth: 2, renewsAt: '2026-05-01' },
  });
  await shop.tell('OrderPlaced', order({ origin: 'renewal' }));
  await shop.pass({ days: 1 });
  await shop.tell('OrderShipped', { ...order(), shipment: { id: 's-1' } });
  await shop.pass({ days: 2 });
  await shop.tell('OrderDelivered', { ...order(), shipment: { id: 's-1' } });
  await shop.pass({ days: 332 });
  expect(ofGoods(shop)).toEqual([]);
  expect(said(shop)).not.toContain('order-thanks/thanks');
  expect(said(shop)).toEqual(
    expect.arrayContaining([
      'subscription-tips/second',
      'parcel-shipped/shipped',
      'order-delivered/delivered',
    ]),
  );
});

test('an exchange begins nothing but its order mail', async () => {
  const shop = await year({ origin: 'exchange' });
  expect(said(shop).slice(0, 3)).toEqual([
    'order-thanks/thanks',
    'parcel-shipped/shipped',
    'order-delivered/delivered',
  ]);
  expect(ofGoods(shop)).toEqual([]);
});

test.each(['phone', 'trial'])('an order by %s begins what an order on the site begins', async (origin) => {
  const [told, usual] = [await year({ origin }), await year({})];
  expect(told.mails()).toEqual(usual.mails());
});
