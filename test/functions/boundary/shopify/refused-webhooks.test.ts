import { expect, test } from 'vitest';
import { translateShopify } from '../../../../functions/boundary/shopify/translate.ts';
import { at } from '../../../support/events.ts';
import { webhook } from './example-webhooks.ts';

const now = at('2026-11-22T09:31:00+09:00');

test('a topic that nobody maps is unmapped, with its name', () => {
  expect(translateShopify(webhook('products/update', { id: 1 }), now)).toEqual({
    topic: 'products/update',
    unmapped: 'topic-unknown',
  });
});

test.each([
  ['metadata', { payload: {} }],
  ['payload', { metadata: {} }],
  ['X-Shopify-Topic', { metadata: {}, payload: {} }],
  ['X-Shopify-Webhook-Id', { metadata: { 'X-Shopify-Topic': 'orders/create' }, payload: {} }],
  ['payload.id', webhook('orders/create', { customer: { id: 1 } })],
  [
    'payload.total_price',
    webhook('orders/create', { id: 1, currency: 'USD', total_price: 'much', customer: { id: 1 } }),
  ],
  [
    'payload.processed_at',
    webhook('orders/create', { id: 1, processed_at: 'yesterday', customer: { id: 1 } }),
  ],
])('a webhook with a wrong %s is refused by the name of the field', (field, detail) => {
  expect(() => translateShopify(detail, now)).toThrow(field);
});

test('names of metadata are read in any case', () => {
  const metadata = { 'x-shopify-topic': 'orders/paid', 'x-shopify-webhook-id': 'w' };
  const result = translateShopify({ metadata, payload: { id: 1, customer: { id: 2 } } }, now);
  expect(result).toMatchObject({
    events: [{ detailType: 'OrderPaid', detail: { occurredAt: now.toString() } }],
  });
});

test('what is no topic is not told: it would be logged', () => {
  expect(translateShopify(webhook('hana@example.com', { id: 1 }), now)).toEqual({
    topic: 'no-topic',
    unmapped: 'topic-unknown',
  });
});

test.each([`a${'🧵'.repeat(200)}`, `${'🧵'.repeat(200)}`])(
  'an id or a product that is cut keeps no half of a character',
  (long) => {
    const metadata = { 'X-Shopify-Topic': 'orders/paid', 'X-Shopify-Webhook-Id': long };
    const lines = [{ id: 1, title: long, quantity: 1, price: '1' }];
    const payload = { id: 1, customer: { id: 2 }, line_items: lines };
    const told = JSON.stringify(translateShopify({ metadata, payload }, now));
    expect(told).toContain('🧵');
    expect(told).not.toMatch(/\\ud[89a-f]/i);
  },
);
