import { expect, test } from 'vitest';
import { translateShopify } from '../../../../functions/boundary/shopify/translate.ts';
import { at } from '../../../support/events.ts';
import { example, type Payload, webhook } from './example-webhooks.ts';

const now = at('2026-11-22T09:31:00+09:00');

/** Translates the example of a topic with some fields changed. */
function translated(topic: string, change: (payload: Payload) => void = () => {}) {
  const payload = example(topic);
  change(payload);
  return translateShopify(webhook(topic, payload), now);
}

function details(topic: string, change?: (payload: Payload) => void): Payload[] {
  const result = translated(topic, change);
  if ('unmapped' in result) throw new Error(result.unmapped);
  return result.events.map((event) => ({ name: event.detailType, ...event.detail }));
}

const names = (topic: string, change?: (payload: Payload) => void) =>
  details(topic, change).map(({ name }) => name);

test('an order carries its customer, money in minor units and its lines', () => {
  const [placed] = details('orders/create');
  expect(placed).toMatchObject({
    name: 'OrderPlaced',
    eventId: 'wh-1',
    occurredAt: '2021-12-31T19:00:00-05:00',
    customer: {
      id: '115310627314723950',
      email: 'john@example.com',
      givenName: 'John',
      familyName: 'Smith',
      locale: 'en',
      acceptsMarketing: true,
    },
    consent: { granted: true, source: 'shopify', wording: 'Shopify, buyer_accepts_marketing' },
    order: {
      id: '820982911946154500',
      number: '#9999',
      currency: 'USD',
      total: 40495,
      discount: 2000,
      orderedVia: 'web',
      isTest: true,
    },
  });
  expect(placed.order.items).toHaveLength(5);
  expect(placed.order.items[0]).toEqual({
    productId: '788032119674292900',
    sku: 'SKU2006-001',
    name: 'Aviator sunglasses',
    quantity: 1,
    unitPrice: 8999,
  });
  expect(placed.order.items[1].productId).toBe('sku:LENS-PROTECT-2YR');
});

test('yen have no minor unit, and what the buyer saw in another currency stands beside', () => {
  const [placed] = details('orders/create', (order) => {
    order.currency = 'JPY';
    order.total_price = '5400';
    order.total_price_set.presentment_money = { amount: '36.125', currency_code: 'KWD' };
    order.line_items[0].price = '5400.00';
  });
  expect(placed.order).toMatchObject({
    currency: 'JPY',
    total: 5400,
    presentment: { currency: 'KWD', total: 36125 },
  });
  expect(placed.order.items[0].unitPrice).toBe(5400);
});

test('an order tells where it goes, and when a manual way of paying that is still open is paid', () => {
  const paying = (names: string[], status = 'pending') =>
    details('orders/create', (order) => {
      order.payment_gateway_names = names;
      order.financial_status = status;
      order.shipping_address.country_code = 'JP';
    })[0];
  expect(paying(['Bank Deposit'])).toMatchObject({
    order: { shipTo: { country: 'JP' } },
    payment: { timing: 'before' },
  });
  expect(paying(['Cash on Delivery (COD)']).payment).toEqual({ timing: 'on-delivery' });
  expect(paying(['Bank Deposit'], 'paid').payment).toBeUndefined();
  expect(paying(['shopify_payments']).payment).toBeUndefined();
});

test('an order that is cancelled by now says so, whatever the topic', () => {
  expect(names('orders/create')).toEqual(['OrderPlaced', 'OrderCancelled']);
  expect(
    names('orders/create', (order) => {
      order.cancelled_at = null;
    }),
  ).toEqual(['OrderPlaced']);
  expect(details('orders/create')[1]).toMatchObject({
    eventId: 'wh-1#2',
    order: { id: '820982911946154500' },
  });
});

test('an order carried over from another system keeps the day it was placed', () => {
  const [placed] = details('orders/create', (order) => {
    order.processed_at = '2019-05-01T10:00:00+09:00';
  });
  expect(placed.occurredAt).toBe('2019-05-01T10:00:00+09:00');
});

test.each([
  ['pos', 'store'],
  ['web', undefined],
  ['shopify_draft_order', undefined],
  [null, undefined],
])('an order by the source %s came from %s', (source_name, origin) => {
  const [placed] = details('orders/create', (order) => {
    order.source_name = source_name;
    order.shipping_lines = [];
  });
  expect(placed.order.origin).toBe(origin);
});

test('what is bought at a till and sent home is not handed over there', () => {
  const [placed] = details('orders/create', (order) => {
    order.source_name = 'pos';
  });
  expect(placed.order.origin).toBeUndefined();
});

test('an order without a test mark is no test', () => {
  expect(details('orders/create', (order) => void delete order.test)[0].order.isTest).toBe(false);
});

test.each([{ email: 'mei@example.com' }, { email: '', contact_email: 'mei@example.com' }])(
  'an order without a customer is that of the guest with its address: %j',
  (told) => {
    const [placed] = details('orders/create', (order) => {
      Object.assign(order, { customer: null, contact_email: null }, told);
    });
    expect(placed.customer).toMatchObject({ email: 'mei@example.com' });
    expect(placed.customer).not.toHaveProperty('id');
  },
);

test('an order with neither customer nor address is unmapped by name', () => {
  expect(
    translated('orders/create', (order) => {
      Object.assign(order, { customer: null, email: null, contact_email: '' });
    }),
  ).toEqual({
    topic: 'orders/create',
    unmapped: 'order-without-customer',
  });
});

test('a box left empty says nothing of consent', () => {
  const [placed] = details('orders/create', (order) => {
    order.buyer_accepts_marketing = false;
  });
  expect(placed.customer).not.toHaveProperty('acceptsMarketing');
  expect(placed).not.toHaveProperty('consent');
});

test("the customer's own state outranks the box of the order", () => {
  const [placed] = details('orders/create', (order) => {
    order.customer.email_marketing_consent = { state: 'pending' };
  });
  expect(placed.customer).not.toHaveProperty('acceptsMarketing');
});

test('a fulfilled order tells of each of its parcels, as the fulfilments did', () => {
  const facts = details('orders/fulfilled', (order) => {
    order.cancelled_at = null;
    order.fulfillments = [
      { id: 1, status: 'success', created_at: '2022-01-02T00:00:00Z', tracking_number: 'a' },
      { id: 2, status: 'cancelled', created_at: '2022-01-02T00:00:00Z' },
      { id: 3, status: 'success', shipment_status: 'delivered', updated_at: '2022-01-05T00:00:00Z' },
    ];
  });
  expect(facts).toMatchObject([
    { name: 'OrderShipped', eventId: 'wh-1', shipment: { id: '1', trackingNumber: 'a' } },
    { name: 'OrderDelivered', eventId: 'wh-1#2', shipment: { id: '3' }, occurredAt: '2022-01-05T00:00:00Z' },
  ]);
});
