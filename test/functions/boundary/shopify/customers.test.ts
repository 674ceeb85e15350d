import { expect, test } from 'vitest';
import { zoneOfAddress } from '../../../../functions/boundary/shopify/address-zone.ts';
import { translateShopify } from '../../../../functions/boundary/shopify/translate.ts';
import { at } from '../../../support/events.ts';
import { example, type Payload, webhook } from './example-webhooks.ts';

const now = at('2026-11-22T09:31:00+09:00');
const translated = (topic: string, changes: object = {}): Payload =>
  translateShopify(webhook(topic, { ...example(topic), ...changes }), now);
const consent = (state: string) => ({
  email_marketing_consent: {
    state,
    opt_in_level: 'confirmed_opt_in',
    consent_updated_at: '2024-05-01T10:00:00+09:00',
  },
});

test('a subscribed customer accepts marketing, and the proof tells since when and how', () => {
  const { events } = translated('customers/update', consent('subscribed'));
  expect(events).toHaveLength(1);
  expect(events[0].detail).toMatchObject({
    customer: { id: '706405506930370000', email: 'bob@biller.com', acceptsMarketing: true },
    consent: { wording: 'Shopify, subscribed, confirmed_opt_in, 2024-05-01T10:00:00+09:00' },
  });
});

test('an unsubscribed customer withdraws, at the time of her word', () => {
  const { events } = translated('customers/update', consent('unsubscribed'));
  expect(events).toMatchObject([
    { detailType: 'CustomerUpdated', detail: { eventId: 'wh-1', occurredAt: '2021-12-31T19:00:00-05:00' } },
    {
      detailType: 'ConsentChanged',
      detail: {
        eventId: 'wh-1#2',
        occurredAt: '2024-05-01T10:00:00+09:00',
        consent: { channel: 'email', granted: false, source: 'shopify' },
      },
    },
  ]);
});

test.each(['not_subscribed', 'pending', 'redacted', 'invalid', 'something new'])(
  'a customer who is %s neither grants nor withdraws',
  (state) => {
    const { events } = translated('customers/create', consent(state));
    expect(events).toHaveLength(1);
    expect(events[0].detail.customer).not.toHaveProperty('acceptsMarketing');
    expect(events[0].detail).not.toHaveProperty('consent');
  },
);

test('the older yes grants and the older no does nothing', () => {
  const older = (accepts_marketing: boolean) =>
    translated('customers/create', { email_marketing_consent: null, accepts_marketing }).events[0].detail
      .customer;
  expect(older(true).acceptsMarketing).toBe(true);
  expect(older(false)).not.toHaveProperty('acceptsMarketing');
});

test.each([
  ['subscribed', true],
  ['unsubscribed', false],
])('her own change to %s is an explicit word', (state, granted) => {
  const topic = 'customers_email_marketing_consent/update';
  expect(translated(topic, consent(state)).events).toMatchObject([
    {
      detailType: 'ConsentChanged',
      detail: {
        occurredAt: '2024-05-01T10:00:00+09:00',
        customer: { id: '706405506930370000' },
        consent: { granted },
      },
    },
  ]);
});

test.each([
  [{ country_code: 'JP', province_code: 'JP-13' }, 'Asia/Tokyo'],
  [{ country_code: 'US', province_code: 'CA' }, 'America/Los_Angeles'],
  [{ country_code: 'us', province_code: 'ny' }, 'America/New_York'],
  [{ country_code: 'AU', province_code: 'QLD' }, 'Australia/Brisbane'],
  [{ country_code: 'US', province_code: 'FL' }, undefined],
  [{ country_code: 'CA', province_code: 'ON' }, undefined],
  [{ country_code: 'US', province_code: null }, undefined],
  [{ country_code: 'toString', province_code: 'x' }, undefined],
  [null, undefined],
])('the address %j lies in the zone %s', (address, zone) => {
  expect(zoneOfAddress(address)).toBe(zone);
});

test('a checkout carries its cart and the way back to it', () => {
  const [event] = translated('checkouts/create').events;
  expect(event).toMatchObject({
    detailType: 'CheckoutStarted',
    detail: {
      customer: { id: '603851970716743400' },
      cart: {
        id: 'eeafa272cebfd4b22385bc4b645e762c',
        currency: 'USD',
        total: 42188,
        url: expect.stringContaining('https://checkout.local/'),
        items: [
          { productId: '632910392', name: 'IPod Nano - 8GB', quantity: 1, unitPrice: 19900 },
          { productId: '632910392' },
        ],
      },
    },
  });
});

test('a checkout that is an order already, or nobody is known for, is unmapped by name', () => {
  expect(translated('checkouts/update', { completed_at: '2022-01-01T00:00:00Z' })).toMatchObject({
    unmapped: 'checkout-completed',
  });
  expect(translated('checkouts/update', { customer: undefined })).toMatchObject({
    unmapped: 'checkout-without-customer',
  });
});
