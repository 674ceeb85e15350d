import { expect, test } from 'vitest';
import {
  OrderOwnerUnknown,
  rememberOwner,
  withOwner,
} from '../../../../functions/boundary/shopify/order-owners.ts';
import { translateShopify } from '../../../../functions/boundary/shopify/translate.ts';
import { memoryOrderOwners } from '../../../../shared/memory/memory-order-owners.ts';
import { at } from '../../../support/events.ts';
import { example, noGuests, type Payload, webhook } from './example-webhooks.ts';

const now = at('2026-11-22T09:31:00+09:00');
const translated = (topic: string, changes: object = {}): Payload =>
  translateShopify(webhook(topic, { ...example(topic), ...changes }), now);
const names = (topic: string, changes: object) =>
  translated(topic, changes).events.map((event: Payload) => event.detailType);

test('a parcel carries its id, carrier, number and link', () => {
  expect(translated('fulfillments/create')).toMatchObject({
    ofOrder: '820982911946154500',
    events: [
      {
        detailType: 'OrderShipped',
        detail: {
          order: { id: '820982911946154500' },
          shipment: {
            id: '123456',
            carrier: 'UPS',
            trackingNumber: '1z827wk74630',
            url: expect.stringContaining('https://www.ups.com/'),
          },
        },
      },
    ],
  });
});

test('a fulfilment with several tracking numbers tells each with its link', () => {
  const shipmentOf = (changes: object) =>
    translated('fulfillments/create', changes).events[0].detail.shipment;
  const urls = ['https://www.ups.com/track?1Z1', 'https://www.ups.com/track?1Z2'];
  expect(
    shipmentOf({ tracking_number: '1Z1', tracking_numbers: ['1Z1', '1Z2'], tracking_urls: urls }),
  ).toMatchObject({
    trackingNumber: '1Z1',
    tracking: [
      { number: '1Z1', url: urls[0] },
      { number: '1Z2', url: urls[1] },
    ],
  });
  expect(shipmentOf({ tracking_numbers: ['1Z1', null, ' ', 7, '1Z5'], tracking_urls: [] }).tracking).toEqual([
    { number: '1Z1' },
    { number: '1Z5' },
  ]);
  for (const numbers of [['1Z1'], [], null]) {
    expect(shipmentOf({ tracking_numbers: numbers })).not.toHaveProperty('tracking');
  }
  const many = Array.from({ length: 80 }, (_, n) => `1Z${n}`);
  expect(shipmentOf({ tracking_numbers: many }).tracking).toHaveLength(50);
});

test.each([
  ['delivered', 'OrderDelivered'],
  ['picked_up', 'OrderDelivered'],
  ['failure', 'DeliveryFailed'],
  ['delayed', 'OrderDelayed'],
])('a parcel that is %s is %s', (shipment_status, name) => {
  const [event] = translated('fulfillments/update', {
    status: 'success',
    shipment_status,
    updated_at: '2022-01-03T10:00:00+09:00',
  }).events;
  expect(event).toMatchObject({ detailType: name, detail: { occurredAt: '2022-01-03T10:00:00+09:00' } });
});

test.each(['out_for_delivery', 'in_transit', 'attempted_delivery', 'label_printed', 'ready_for_pickup'])(
  'a parcel that is %s tells nothing new',
  (shipment_status) => {
    expect(translated('fulfillments/update', { shipment_status })).toEqual({
      topic: 'fulfillments/update',
      unmapped: `shipment-${shipment_status}`,
    });
  },
);

test.each(['cancelled', 'error', 'failure'])('a fulfilment that is %s is no parcel', (status) => {
  expect(translated('fulfillments/create', { status })).toMatchObject({ unmapped: `fulfillment-${status}` });
});

test('a fulfilment that waits is a parcel once it has a tracking number', () => {
  const bare = { tracking_number: null, tracking_numbers: [] };
  expect(translated('fulfillments/create', bare)).toMatchObject({ unmapped: 'fulfillment-pending' });
  expect(names('fulfillments/create', { ...bare, tracking_numbers: ['7'] })).toEqual(['OrderShipped']);
  expect(names('fulfillments/update', { ...bare, status: 'success' })).toEqual(['OrderShipped']);
});

const line = (restock_type: string) => ({
  quantity: 1,
  restock_type,
  line_item: { id: 5, product_id: 6, name: 'Serum', quantity: 3 },
});

test.each([
  [{ refund_line_items: [line('return')] }, true],
  [{ refund_line_items: [line('no_restock'), line('return')] }, true],
  [{ refund_line_items: [line('legacy_restock')] }, true],
  [{ refund_line_items: [line('no_restock')], return: { id: 1 } }, true],
  [{ refund_line_items: [{ quantity: 1 }], restock: true }, true],
  [{ refund_line_items: [line('cancel')], restock: true }, false],
  [{ refund_line_items: [line('no_restock')] }, false],
  [
    {
      refund_line_items: [],
      transactions: [{ kind: 'refund', status: 'success', amount: '1', currency: 'USD' }],
    },
    false,
  ],
])('a refund of %j is a return: %s', (changes, returned) => {
  expect(names('refunds/create', changes)).toEqual(
    returned ? ['OrderRefunded', 'OrderReturned'] : ['OrderRefunded'],
  );
});

test('a refund tells what was paid back and which lines', () => {
  const transactions = [
    { kind: 'refund', status: 'success', amount: '10.10', currency: 'USD' },
    { kind: 'refund', status: 'success', amount: '0.90', currency: 'USD' },
    { kind: 'refund', status: 'failure', amount: '5.00', currency: 'USD' },
  ];
  const { events } = translated('refunds/create', { transactions, refund_line_items: [line('return')] });
  expect(events[0].detail).toMatchObject({
    order: { id: '820982911946154500', items: [{ productId: '6', name: 'Serum', quantity: 1 }] },
    refund: {
      id: '890088186047892400',
      currency: 'USD',
      amount: 1100,
      items: [{ productId: '6', name: 'Serum', quantity: 1 }],
    },
  });
});

test('a parcel belongs to whoever placed its order', async () => {
  const ports = { orderOwners: memoryOrderOwners(), guests: noGuests };
  await rememberOwner(ports, translateShopify(webhook('orders/create', example('orders/create')), now));
  expect(await withOwner(ports, translated('fulfillments/create'), true)).toMatchObject({
    events: [{ detail: { customer: { id: '115310627314723950' }, order: { isTest: true } } }],
  });
});

const paid = (status: string, kind = 'refund') => [{ kind, status, amount: '5400', currency: 'JPY' }];
test.each([
  [{ transactions: [] }, undefined],
  [{ transactions: paid('failure') }, undefined],
  [{ transactions: paid('error') }, undefined],
  [{ transactions: paid('success', 'void') }, undefined],
  [{ transactions: paid('pending') }, ['OrderRefunded']],
  [{ transactions: paid('failure'), return: { id: 1 } }, ['OrderRefunded', 'OrderReturned']],
])(
  'a refund without lines of which nothing was paid back tells the customer of none: %j',
  (changes, told) => {
    const answer = translated('refunds/create', { refund_line_items: [], ...changes });
    if (told) expect(answer.events.map((event: Payload) => event.detailType)).toEqual(told);
    else expect(answer).toEqual({ topic: 'refunds/create', unmapped: 'refund-of-nothing' });
  },
);

test('parcels and refunds name the number by which the customer knows the order', async () => {
  const ports = { orderOwners: memoryOrderOwners(), guests: noGuests };
  await rememberOwner(ports, translateShopify(webhook('orders/create', example('orders/create')), now));
  for (const topic of ['fulfillments/create', 'refunds/create']) {
    expect(await withOwner(ports, translated(topic), true)).toMatchObject({
      events: [{ detail: { order: { id: '820982911946154500', number: '#9999' } } }],
    });
  }
  await ports.orderOwners.put({ order: '820982911946154500', customer: 'c-1', isTest: false });
  const { events } = (await withOwner(ports, translated('refunds/create'), true)) as Payload;
  expect(events[0].detail.order).not.toHaveProperty('number');
});

test('a parcel whose order has not come yet waits, and is unmapped in the end', async () => {
  const ports = { orderOwners: memoryOrderOwners(), guests: noGuests };
  await expect(withOwner(ports, translated('refunds/create'), true)).rejects.toThrow(OrderOwnerUnknown);
  expect(await withOwner(ports, translated('refunds/create'), false)).toEqual({
    topic: 'refunds/create',
    unmapped: 'order-unknown',
  });
});

test('a state that nobody knows is not told: it would be logged', () => {
  const shipment_status = 'Hana Mori';
  expect(translated('fulfillments/update', { shipment_status })).toMatchObject({
    unmapped: 'shipment-unknown',
  });
  const waiting = { status: 'Hana Mori', tracking_number: null, tracking_numbers: [] };
  expect(translated('fulfillments/create', waiting)).toMatchObject({ unmapped: 'fulfillment-unknown' });
});
