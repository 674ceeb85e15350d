import { expect, test } from 'vitest';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { orderThanks } from '../../../shared/programs/after-purchase/order-thanks.ts';
import { welcome } from '../../../shared/programs/welcome/welcome.ts';
import { silent } from '../../support/silent-store.ts';
import { orderOf, storefront } from '../../support/storefront.ts';

const everybody = { ...welcome, holdout: 0 };
const open = () => storefront([everybody, orderThanks]);

const { order } = orderOf('o-1');
const proofs: [EventName, Record<string, unknown>][] = [
  ['OrderPaid', { order }],
  ['OrderShipped', { order, shipment: { id: 's-1' } }],
  ['OrderDelayed', { order }],
  ['OrderDelivered', { order }],
  ['DeliveryFailed', { order }],
  ['OrderCancelled', { order }],
  ['OrderReturned', { order }],
  ['OrderRefunded', { order }],
  ['OrderExchanged', { order }],
  ['ReviewPosted', { review: { productId: 'p-1', rating: 4 } }],
  ['RankChanged', { rank: { name: 'gold' } }],
  ['PointsChanged', { points: { balance: 1200 } }],
  ['PointsChanged', { points: { balance: 0, expiring: 300 } }],
  ['SubscriptionRenewed', { subscription: { id: 's-1', nth: 14 } }],
  ['SubscriptionSkipped', { subscription: { id: 's-1' } }],
];

test.each(proofs)('%s, heard first of an old customer, begins no welcome', async (name, parts) => {
  const shop = open();
  await shop.tell(name, parts);
  await shop.pass({ days: 1 });
  await shop.tell('CustomerUpdated');
  await shop.pass({ days: 30 });
  expect(shop.mails()).toEqual([]);
});

test('points of an order prove it of whoever registered, too', async () => {
  const shop = open();
  await shop.tell('CustomerRegistered', { customer: silent });
  await shop.tell('PointsChanged', { customer: silent, order, points: { balance: 24 } });
  await shop.tell('ConsentChanged', { customer: silent, consent: { granted: true } });
  await shop.pass({ days: 30 });
  expect(shop.mails()).toEqual([]);
});

test.each([
  ['RankChanged', { rank: { name: 'bronze' } }],
  ['PointsChanged', { points: { balance: 300 } }],
] as const)(
  '%s that comes with the registration is a gift of the store: she is welcomed',
  async (name, parts) => {
    const after = open();
    await after.tell('CustomerRegistered', { customer: silent });
    await after.tell(name, parts);
    await after.tell('CustomerUpdated');
    const before = open();
    await before.tell(name, { customer: silent, ...parts });
    await before.tell('CustomerRegistered');
    for (const shop of [after, before]) {
      await shop.pass({ hours: 1 });
      expect(shop.mails()).toEqual(['03-02 12:45 welcome/hello']);
    }
  },
);

test('no points, a question or an answered survey prove nothing', async () => {
  const shop = open();
  await shop.tell('PointsChanged', { points: { balance: 0 } });
  await shop.pass({ hours: 1 });
  expect(shop.mails()).toEqual(['03-02 12:45 welcome/hello']);
});

test('an order that was placed and cancelled again was no purchase', async () => {
  const shop = open();
  await shop.tell('OrderPlaced', { customer: silent, order });
  await shop.tell('OrderCancelled', { customer: silent, order });
  await shop.pass({ days: 1 });
  await shop.tell('CustomerRegistered');
  await shop.pass({ hours: 1 });
  expect(shop.mails()).toEqual(['03-03 12:45 welcome/hello']);
});

test('a parcel told of a moment before its order brings the thanks alone', async () => {
  const shop = open();
  await shop.tell('OrderShipped', { order, shipment: { id: 's-1' } });
  await shop.pass({ minutes: 1 });
  await shop.tell('OrderPlaced', { order });
  await shop.pass({ days: 30 });
  expect(shop.mails()).toEqual(['03-02 12:31 order-thanks/thanks']);
});

test.each(['CustomerRegistered', 'OrderPaid'] as const)(
  '%s a moment before her order brings the thanks alone',
  async (first) => {
    const shop = open();
    await shop.tell(first, first === 'OrderPaid' ? { order } : {});
    await shop.pass({ minutes: 1 });
    await shop.tell('OrderPlaced', { order });
    await shop.pass({ days: 30 });
    expect(shop.mails()).toEqual(['03-02 12:31 order-thanks/thanks']);
  },
);

test('an order dated before the registration that it brought ends the welcome all the same', async () => {
  const shop = open();
  const before = shop.world.clock.now().subtract({ seconds: 2 }).toString();
  await shop.tell('CustomerRegistered');
  await shop.pass({ minutes: 1 });
  await shop.tell('OrderPlaced', { order, occurredAt: before });
  await shop.pass({ days: 30 });
  expect(shop.mails()).toEqual(['03-02 12:31 order-thanks/thanks']);
});

test('while her question is open nobody welcomes her; once it is answered the letters begin', async () => {
  const shop = open();
  await shop.tell('HelpRequested', { help: { id: 'h-1' } });
  await shop.pass({ hours: 20 });
  expect(shop.mails()).toEqual([]);
  await shop.tell('HelpResolved', { help: { id: 'h-1' } });
  await shop.pass({ days: 10 });
  expect(shop.mails()).toEqual([
    '03-04 10:00 welcome/hello',
    '03-06 10:00 welcome/promise',
    '03-08 10:00 welcome/gift',
    '03-11 20:00 welcome/gift-ends',
  ]);
});

test('of two questions the second is waited for, too; no letter comes of one that stays open', async () => {
  const shop = open();
  await shop.tell('HelpRequested', { help: { id: 'h-1' } });
  await shop.tell('HelpRequested', { help: { id: 'h-2' } });
  await shop.pass({ hours: 1 });
  await shop.tell('HelpResolved', { help: { id: 'h-1' } });
  await shop.pass({ days: 30 });
  expect(shop.mails()).toEqual([]);
});

test('whose gift was left out for an open question is not told that it ends', async () => {
  const shop = open();
  await shop.tell('CustomerRegistered');
  await shop.pass({ days: 3 });
  await shop.tell('HelpRequested', { help: { id: 'h-1' } });
  await shop.pass({ days: 3 });
  await shop.tell('HelpResolved', { help: { id: 'h-1' } });
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual(['03-02 12:45 welcome/hello', '03-04 10:00 welcome/promise']);
});
