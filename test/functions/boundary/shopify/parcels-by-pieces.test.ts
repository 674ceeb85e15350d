/** What a fulfilment holds, what was taken out of an order, and when all of it has been sent. */
import { expect, test } from 'vitest';
import { translateShopify } from '../../../../functions/boundary/shopify/translate.ts';
import { at } from '../../../support/events.ts';
import { example, type Payload, webhook } from './example-webhooks.ts';

const translated = (topic: string, changes: object): Payload =>
  translateShopify(webhook(topic, { ...example(topic), ...changes }), at('2026-11-22T09:31:00+09:00'));

const sent = (product_id: number, quantity: number, requires_shipping?: boolean) => ({
  ...{ id: 1, product_id, name: 'Serum', price: '10.00' },
  quantity,
  requires_shipping,
});

test('a parcel tells which pieces it holds, without what no parcel brings', () => {
  const line_items = [sent(6, 2), sent(7, 1, true), sent(8, 1, false)];
  const { events } = translated('fulfillments/create', { line_items });
  expect(events[0].detail.shipment.items).toEqual([
    { productId: '6', quantity: 2 },
    { productId: '7', quantity: 1 },
  ]);
});

test('of a gift card or a download no parcel is told', () => {
  expect(translated('fulfillments/create', { line_items: [sent(8, 1, false)] })).toEqual({
    topic: 'fulfillments/create',
    unmapped: 'fulfillment-without-parcel',
  });
});

test('an order says which of its lines no parcel brings, and when all of it has been sent', () => {
  const orderIn = (topic: string, changes: object) => translated(topic, changes).events[0].detail.order;
  const { items } = orderIn('orders/create', { line_items: [sent(6, 2), sent(8, 1, false)] });
  expect(items.map((item: Payload) => item.requiresShipping)).toEqual([undefined, false]);
  const fulfillments = [{ id: 1, status: 'success', line_items: [sent(6, 2)] }];
  const fulfilled = { fulfillments, fulfillment_status: 'fulfilled' };
  expect(orderIn('orders/fulfilled', fulfilled).isAllShipped).toBe(true);
  for (const fulfillment_status of [null, 'partial'])
    expect(orderIn('orders/create', { fulfillment_status })).not.toHaveProperty('isAllShipped');
});

const cancelled = { quantity: 1, restock_type: 'cancel', line_item: { id: 5, product_id: 6, quantity: 3 } };

test.each([
  { transactions: [] },
  { transactions: [{ kind: 'refund', status: 'failure', amount: '1', currency: 'USD' }] },
])('lines that were taken out without money back say so: %j', (changes) => {
  const { events } = translated('refunds/create', { refund_line_items: [cancelled], ...changes });
  expect(events).toHaveLength(1);
  expect(events[0].detail.refund).toMatchObject({ amount: 0, items: [{ productId: '6', quantity: 1 }] });
});
