import { expect, test } from 'vitest';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { deliveryFailed } from '../../../shared/programs/order-service/delivery-failed.ts';
import { orderCancelled } from '../../../shared/programs/order-service/order-cancelled.ts';
import { orderDelayed } from '../../../shared/programs/order-service/order-delayed.ts';
import { orderDelivered } from '../../../shared/programs/order-service/order-delivered.ts';
import { orderExchanged } from '../../../shared/programs/order-service/order-exchanged.ts';
import { orderRefunded } from '../../../shared/programs/order-service/order-refunded.ts';
import { orderReturned } from '../../../shared/programs/order-service/order-returned.ts';
import { parcelShipped } from '../../../shared/programs/order-service/parcel-shipped.ts';
import { orderOf, storefront } from '../../support/storefront.ts';

const service = [
  parcelShipped,
  orderDelayed,
  orderDelivered,
  deliveryFailed,
  orderReturned,
  orderRefunded,
  orderExchanged,
  orderCancelled,
];
const parcel = (id: string, more: Record<string, unknown> = {}) => ({
  ...orderOf('o-1'),
  shipment: { id, carrier: 'Example Express', trackingNumber: `T-${id}`, ...more },
});

test('each parcel is told of once, with its tracking number and its place among the others', async () => {
  const shop = storefront(service);
  await shop.tell('OrderShipped', parcel('s-1', { number: 1, of: 2 }));
  await shop.tell('OrderShipped', parcel('s-1', { number: 1, of: 2 }));
  await shop.pass({ hours: 5 });
  await shop.tell('OrderShipped', parcel('s-2', { number: 2, of: 2 }));
  await shop.pass({ days: 3 });
  expect(shop.mails()).toEqual(['03-02 12:30 parcel-shipped/shipped', '03-02 17:30 parcel-shipped/shipped']);
  expect(shop.lastMail()?.text).toContain('2個口のうち2個目');
  expect(shop.lastMail()?.text).toContain('T-s-2');
});

test('no parcel is told to have left once it has been delivered', async () => {
  const shop = storefront([parcelShipped, orderDelivered]);
  await shop.tell('OrderDelivered', parcel('s-1'));
  await shop.tell('OrderShipped', parcel('s-1'));
  await shop.pass({ days: 3 });
  expect(shop.mails()).toEqual(['03-02 12:30 order-delivered/delivered']);
});

test('W13: what comes of two parcels that nobody counted is told as a part until all pieces are there', async () => {
  const shop = storefront([orderDelivered]);
  const items = ['p-1', 'p-2'].map((productId) => ({ productId, name: productId, quantity: 1 }));
  const holding = (id: string, nth: number) => parcel(id, { items: items.slice(nth, nth + 1) });
  await shop.tell('OrderPlaced', orderOf('o-1', { items }));
  await shop.tell('OrderShipped', holding('s-1', 0));
  await shop.pass({ days: 1 });
  await shop.tell('OrderDelivered', holding('s-1', 0));
  await shop.pass({ days: 28 });
  await shop.tell('OrderShipped', holding('s-2', 1));
  await shop.pass({ days: 1 });
  await shop.tell('OrderDelivered', holding('s-2', 1));
  await shop.pass({ hours: 1 });
  expect(shop.mails()).toEqual(['03-03 12:30 order-delivered/part', '04-01 12:30 order-delivered/delivered']);
});

test('a word more on a parcel that was told, that it is the last, changes the order and sends no second notice', async () => {
  const shop = storefront([parcelShipped, orderDelivered]);
  const items = ['p-1', 'p-2'].map((productId) => ({ productId, name: productId, quantity: 1 }));
  const holding = parcel('s-1', { items: items.slice(0, 1) });
  await shop.tell('OrderPlaced', orderOf('o-1', { items }));
  await shop.tell('OrderShipped', holding);
  await shop.tell('OrderShipped', { ...holding, order: { id: 'o-1', isAllShipped: true } });
  await shop.pass({ days: 1 });
  await shop.tell('OrderDelivered', holding);
  await shop.pass({ hours: 1 });
  expect(shop.mails()).toEqual([
    '03-02 12:30 parcel-shipped/shipped',
    '03-03 12:30 order-delivered/delivered',
  ]);
});

test('C50: an order whose number was told once is named by it in every later mail', async () => {
  const shop = storefront(service);
  await shop.tell('OrderPlaced', orderOf('o-1', { number: '#1050' }));
  for (const [name, parts] of [
    ['OrderShipped', parcel('s-1')],
    ['OrderDelivered', parcel('s-1')],
    ['OrderReturned', { order: { id: 'o-1' }, refund: { id: 'r-1', items: [{ productId: 'p-1' }] } }],
    ['OrderRefunded', { order: { id: 'o-1' }, refund: { id: 'r-1', amount: 2400, currency: 'JPY' } }],
  ] as const) {
    await shop.tell(name, parts);
    await shop.pass({ hours: 1 });
    expect([name, shop.lastMail()?.text.includes('#1050')]).toEqual([name, true]);
  }
  expect(shop.mails()).toHaveLength(4);
});

test('lines taken out of an order without money are told as no refund, and a refund after them is', async () => {
  const shop = storefront([orderRefunded]);
  await shop.tell('OrderPlaced', orderOf('o-1'));
  const items = [{ productId: 'p-9', quantity: 1 }];
  await shop.tell('OrderRefunded', { order: { id: 'o-1' }, refund: { id: 'r-1', amount: 0, items } });
  await shop.pass({ days: 1 });
  expect(shop.mails()).toEqual([]);
  await shop.tell('OrderRefunded', { order: { id: 'o-1' }, refund: { id: 'r-2', items } });
  await shop.pass({ hours: 1 });
  expect(shop.mails()).toEqual(['03-03 12:30 order-refunded/refunded']);
});

test('a second parcel is told of though the first has been delivered', async () => {
  const shop = storefront([parcelShipped]);
  await shop.tell('OrderShipped', parcel('s-1'));
  await shop.pass({ days: 1 });
  await shop.tell('OrderDelivered', parcel('s-1'));
  await shop.tell('OrderShipped', parcel('s-2'));
  await shop.pass({ days: 3 });
  expect(shop.mails()).toHaveLength(2);
});

test('the delivery of one parcel does not silence the notice of another that still waits', async () => {
  const shop = storefront([parcelShipped]);
  await shop.world.control.write({ paused: { all: true, marketing: false, scenarios: [] } });
  await shop.tell('OrderShipped', parcel('s-1'));
  await shop.tell('OrderShipped', parcel('s-2'));
  await shop.pass({ minutes: 5 });
  await shop.tell('OrderDelivered', parcel('s-1'));
  await shop.world.control.write({ paused: { all: false, marketing: false, scenarios: [] } });
  await shop.pass({ days: 1 });
  expect(shop.mails()).toHaveLength(1);
  expect(shop.lastMail()?.text).toContain('T-s-2');
});

test('a delay is told with the day that is expected now', async () => {
  const shop = storefront(service);
  await shop.tell('OrderDelayed', parcel('s-1', { expectedAt: '2026-03-09' }));
  await shop.pass({ days: 1 });
  expect(shop.mails()).toEqual(['03-02 12:30 order-delayed/delayed']);
  expect(shop.lastMail()?.text).toContain('2026年3月9日');
});

test.each([
  ['OrderDelivered', 'order-delivered/delivered'],
  ['DeliveryFailed', 'delivery-failed/not-delivered'],
  ['OrderReturned', 'order-returned/returned'],
  ['OrderRefunded', 'order-refunded/refunded'],
  ['OrderExchanged', 'order-exchanged/exchanged'],
  ['OrderCancelled', 'order-cancelled/cancelled'],
] as const)('%s is told at once, even to who wants no news', async (name: EventName, template) => {
  const shop = storefront(service);
  await shop.tell(name, { ...orderOf('o-1'), customer: { id: 'c-1', email: 'hana@example.com' } });
  await shop.pass({ days: 1 });
  expect(shop.mails()).toEqual([`03-02 12:30 ${template}`]);
});

test('a failed delivery is not told of after the parcel was handed over', async () => {
  const shop = storefront([deliveryFailed]);
  await shop.tell('OrderDelivered', parcel('s-1'));
  await shop.tell('DeliveryFailed', parcel('s-1'));
  await shop.pass({ days: 1 });
  expect(shop.mails()).toEqual([]);
});

test('of two parcels the first is told of as a part of the order, the second as its end', async () => {
  const shop = storefront([orderDelivered]);
  await shop.tell('OrderDelivered', parcel('s-1', { number: 1, of: 2 }));
  await shop.pass({ hours: 1 });
  expect(shop.lastMail()?.subject).toBe('ご注文の一部をお届けしました（注文番号 o-1）');
  await shop.tell('OrderDelivered', parcel('s-2', { number: 2, of: 2 }));
  await shop.pass({ days: 1 });
  expect(shop.mails()).toEqual(['03-02 12:30 order-delivered/part', '03-02 13:30 order-delivered/delivered']);
});

test('a parcel is a part of the order also where nobody said how many there are, and another has left', async () => {
  const shop = storefront([orderDelivered]);
  await shop.tell('OrderShipped', parcel('s-1'));
  await shop.tell('OrderShipped', parcel('s-2'));
  await shop.tell('OrderDelivered', parcel('s-2'));
  await shop.pass({ hours: 1 });
  await shop.tell('OrderDelivered', parcel('s-1'));
  await shop.pass({ days: 1 });
  expect(shop.mails()).toEqual(['03-02 12:30 order-delivered/part', '03-02 13:30 order-delivered/delivered']);
});
