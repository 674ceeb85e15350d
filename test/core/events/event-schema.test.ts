import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { parseEvent, parseStoreWideEvent } from '../../../shared/core/events/event-schema.ts';
import { at } from '../../support/events.ts';

const arrived = at('2026-11-22T09:31:00+09:00');
const base = { eventId: 'evt-1', occurredAt: '2026-11-22T09:30:00+09:00', customer: { id: 'c-1' } };
const order = { id: 'o-1', currency: 'JPY', total: 5400 };
const parse = (name: string, detail: unknown) => parseEvent(name, detail, arrived);

test('the wire shape parses as it stands in the documentation', () => {
  const detail = {
    ...base,
    customer: {
      id: 'c-1',
      anonymousId: 'a-1',
      email: 'hana@example.com',
      name: 'Hana',
      familyName: '森',
      givenName: '花',
      locale: 'ja',
      timeZone: 'Asia/Tokyo',
      birthday: '1990-02-28',
      acceptsMarketing: true,
      source: 'search',
      attributes: { skin: 'dry' },
    },
    order: {
      ...order,
      discount: 0,
      coupon: 'HELLO10',
      orderedVia: 'web',
      gift: false,
      isTest: false,
      items: [
        {
          productId: 'p-1',
          name: 'Serum',
          category: 'skincare',
          quantity: 1,
          unitPrice: 5400,
          cost: 1800,
          supplyDays: 30,
        },
      ],
    },
    shipment: {
      id: 's-1',
      carrier: 'ヤマト',
      trackingNumber: '1234',
      url: 'https://track.example.com/1',
      number: 1,
      of: 3,
    },
  };
  const event = parse('OrderShipped', detail);
  expect(event).toMatchObject({ name: 'OrderShipped' });
  expect(event?.occurredAt.toString()).toBe('2026-11-22T00:30:00Z');
  expect(event?.detail).toEqual(detail);
});

test('a detail-type that nobody knows is no event and no error, whatever its detail', () => {
  expect(parse('CartPainted', { any: 'thing' })).toBeUndefined();
  expect(parse('toString', base)).toBeUndefined();
});

test('null reads as missing, at every depth', () => {
  const nulls = { email: null, name: null, attributes: null, acceptsMarketing: null, timeZone: null };
  const event = parse('OrderPlaced', {
    ...base,
    customer: { id: 'c-1', ...nulls },
    order: {
      id: 'o-1',
      currency: null,
      total: null,
      gift: null,
      items: [{ productId: 'p-1', name: null, quantity: null, supplyDays: null }],
    },
    shipment: null,
    consent: null,
  });
  expect(event?.detail).toEqual({ ...base, order: { id: 'o-1', items: [{ productId: 'p-1' }] } });
});

test('unknown fields are kept where they are', () => {
  const extra = {
    ...base,
    channel: { name: 'app', tags: ['x'] },
    order: { ...order, items: [{ productId: 'p-1', color: 'red' }], till: 7 },
  };
  expect(parse('OrderPlaced', extra)?.detail).toEqual(extra);
});

test('a time in the future is set back to the arrival, and kept as it was told', () => {
  const event = parse('OrderPlaced', { ...base, order, occurredAt: '2027-01-01T00:00:00Z' });
  expect(event).toMatchObject({ occurredAt: arrived, toldAt: Temporal.Instant.from('2027-01-01T00:00:00Z') });
  expect(parse('OrderPlaced', { ...base, order, occurredAt: arrived.toString() })?.toldAt).toBeUndefined();
});

test('an address that RFC 5321 refuses does not poison its event', () => {
  const event = parse('OrderPlaced', {
    ...base,
    order,
    customer: { id: 'c-1', email: 'a..b@docomo.example.jp' },
  });
  expect(event?.detail.customer.email).toBe('a..b@docomo.example.jp');
});

test('a __proto__ in the data is harmless, at every depth', () => {
  const detail = JSON.parse(
    '{"eventId":"e","occurredAt":"2026-11-22T09:30:00+09:00","__proto__":{"polluted":1},"order":{"id":"o-1","__proto__":{"isTest":true}},' +
      '"customer":{"id":"c-1","__proto__":{"email":"x@example.com"},"attributes":{"__proto__":{"admin":true},"constructor":"kept","deep":[{"__proto__":{"admin":true}}]}}}',
  );
  const event = parse('OrderPlaced', detail);
  expect(event?.detail.customer.email).toBeUndefined();
  expect(event?.detail.order?.isTest).toBeUndefined();
  expect(event?.detail.customer.attributes).toEqual({ constructor: 'kept', deep: [{}] });
  expect(
    (event?.detail.customer.attributes as { deep: { admin?: boolean }[] } | undefined)?.deep[0]?.admin,
  ).toBeUndefined();
  expect(Object.getPrototypeOf(event?.detail.customer.attributes)).toBe(Object.prototype);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('half characters are mended, since no database takes them', () => {
  const event = parse('OrderPlaced', {
    ...base,
    order,
    note: 'a\ud83d',
    customer: { id: 'c-1', name: '\ude00b' },
  });
  expect(event?.detail).toMatchObject({ note: 'a\ufffd', customer: { name: '\ufffdb' } });
});

test('data too deep to walk is cut off, not walked', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
  const event = parse('OrderPlaced', { ...base, order, deep });
  expect(JSON.stringify(event?.detail).length).toBeLessThan(400);
});

test('each event asks for the part it is about', () => {
  const parts = {
    cart: { id: 'a' },
    booking: { id: 'b-1' },
    rank: { name: 'gold' },
    survey: { id: 'early' },
  };
  for (const name of ['CartUpdated', 'BookingMade', 'RankChanged', 'SurveyAnswered']) {
    expect(() => parse(name, base)).toThrow(/give "(cart|booking|rank|survey)"/);
    expect(parse(name, { ...base, ...parts })).toMatchObject({ name });
  }
});

test('whoever only looks around is known by her browser, and no address is kept of her', () => {
  const customer = { anonymousId: 'b-1', email: 'hana@example.com', acceptsMarketing: true, locale: 'ja' };
  const looks = { ...base, customer, product: { id: 'p-1' } };
  expect(parse('ProductViewed', looks)?.detail.customer).toEqual({
    id: 'anon:b-1',
    anonymousId: 'b-1',
    locale: 'ja',
  });
  expect(parse('OrderPlaced', { ...looks, order })?.isGuests).toBe(true);
  const signedIn = { ...looks, customer: { ...customer, id: 'c-1' } };
  expect(parse('ProductViewed', signedIn)?.detail.customer).toEqual(signedIn.customer);
});

test('a merge is told in either form, and is about the customer who stays', () => {
  const merge = { from: 'anon:b-1', to: 'c-1' };
  const { customer: _, ...nameless } = base;
  for (const told of [
    { ...nameless, merge },
    { ...nameless, ...merge },
  ]) {
    expect(parse('CustomerMerged', told)?.detail).toMatchObject({ merge, customer: { id: 'c-1' } });
  }
  expect(() => parse('CustomerMerged', nameless)).toThrow(/from and to/);
});

test('a date is a civil day or a moment with an offset, and nothing else', () => {
  const renewing = (renewsAt: string) =>
    parse('SubscriptionRenewed', { ...base, subscription: { id: 's-1', renewsAt } });
  expect(renewing('2026-12-24')?.detail.subscription?.renewsAt).toBe('2026-12-24');
  expect(renewing('2026-12-24T10:00:00+09:00')).toBeDefined();
  expect(renewing('next week')?.unread).toEqual(['subscription.renewsAt']);
});

test('an event of the store’s goods is no event of a customer', () => {
  const { customer: _, ...nameless } = base;
  const price = { ...nameless, product: { id: 'p-1', price: 900, stock: null } };
  expect(parse('ProductPriceChanged', price)).toBeUndefined();
  expect(parseStoreWideEvent('ProductPriceChanged', price, arrived)).toMatchObject({
    name: 'ProductPriceChanged',
    detail: { product: { id: 'p-1', price: 900 } },
  });
  expect(parseStoreWideEvent('OrderPlaced', { ...base, order }, arrived)).toBeUndefined();
  expect(() => parseStoreWideEvent('SaleAnnounced', nameless, arrived)).toThrow(/give "sale"/);
});
