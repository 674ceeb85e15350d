/** The simulation's own model of an order answers as the table of docs/events.md says, in whatever order the facts come. */
import { describe, expect, test } from 'vitest';
import type { EventName } from '../../shared/core/events/event-catalogue.ts';
import { scenarios as shipped } from '../support/shipped.ts';
import { supposedBy } from './behind-waits.ts';
import { identityOf, type OrderFact, type Shop } from './order-facts-told.ts';
import { OrderModel } from './order-model.ts';
import { day_ms, hour_ms } from './storefront-moments.ts';

const shop: Shop = {
  timeZone: 'Asia/Tokyo',
  market: 'JP',
  currency: 'JPY',
  transitDays: { JP: 2, US: 6, other: 4 },
};
const lines = [
  { productId: 'a', quantity: 2 },
  { productId: 'b', quantity: 1 },
];

/** A fact of a day of January 1970, counted from 0. */
const fact = (name: EventName, day: number, detail: object = {}): OrderFact => ({
  name,
  occurredAt_ms: day * day_ms,
  detail: { ...detail },
});
const placed = (detail: object = {}) =>
  fact('OrderPlaced', 0, { order: { total: 5000, currency: 'JPY', items: lines }, ...detail });
const left = (day: number, shipment: object = {}) => fact('OrderShipped', day, { shipment });
const there = (day: number, shipment: object = {}) => fact('OrderDelivered', day, { shipment });
const back = (refund: object) => fact('OrderRefunded', 6, { refund });
const once = (facts: readonly OrderFact[]) => [
  ...new Map(facts.toReversed().map((one) => [identityOf(one), one])).values(),
];
const inBothOrders = <Answer>(facts: readonly OrderFact[], ask: (order: OrderModel) => Answer): Answer => {
  const answer = ask(new OrderModel(once(facts), shop));
  expect(ask(new OrderModel(once(facts).toReversed(), shop))).toEqual(answer);
  return answer;
};

describe('it arrives at the earliest', () => {
  const first = { id: 's-1', number: 1, of: 2 };
  const second = { id: 's-2', number: 2, of: 2 };
  test.each<[string, OrderFact[], number | undefined]>([
    ['five days after the order', [placed()], 5],
    ['after the transit days of the market', [placed(), left(1)], 3],
    [
      'after those of the country it goes to',
      [placed({ order: { items: lines, shipTo: { country: 'US' } } }), left(1)],
      7,
    ],
    ['when it is delivered', [placed(), left(1), there(2)], 2],
    ['never, while one of two parcels has not left', [placed(), left(1, first), there(2, first)], undefined],
    ['after the transit of the last of two', [placed(), left(1, first), there(2, first), left(4, second)], 6],
    [
      'when the last of two is there',
      [placed(), left(1, first), there(9, first), left(4, second), there(8, second)],
      9,
    ],
    ['never, before a prepayment', [placed({ payment: { method: '銀行振込' } })], undefined],
    [
      'five days after the prepayment',
      [placed({ payment: { method: '銀行振込' } }), fact('OrderPaid', 3)],
      8,
    ],
    ['never, once a payment failed', [placed(), fact('PaymentFailed', 0)], undefined],
    [
      'as ever, where it is paid at the door',
      [placed({ payment: { timing: 'on-delivery' } }), fact('PaymentFailed', 0)],
      5,
    ],
    ['never, while a delay has no day', [placed(), fact('OrderDelayed', 1)], undefined],
    ['after its shipping, late as it is', [placed(), fact('OrderDelayed', 1), left(9)], 11],
    [
      'on the day that a delay tells',
      [placed(), fact('OrderDelayed', 1, { shipment: { expectedAt: '1970-01-21' } })],
      20 + 3 / 24,
    ],
    ['never, while nobody could hand it over', [placed(), left(1), fact('DeliveryFailed', 2)], undefined],
    ['after it was sent again', [placed(), left(4), fact('DeliveryFailed', 2)], 6],
  ])('%s', (_, facts, day) => {
    const arrives_ms = inBothOrders(facts, ({ arrivesAt_ms }) => arrivesAt_ms);
    expect(arrives_ms === undefined ? undefined : arrives_ms / day_ms).toBe(day);
  });
});

describe('it is undone', () => {
  const refused = fact('DeliveryFailed', 3, { shipment: { reason: 'refused' } });
  const returned = (items?: object[]) => fact('OrderReturned', 5, { refund: { id: 'r-1', items } });
  test.each<[string, OrderFact[], boolean]>([
    ['by no word', [placed()], false],
    ['cancelled before it is told', [placed(), fact('OrderCancelled', -1)], true],
    ['refused at the door unpaid', [placed({ payment: { method: '代引' } }), refused], true],
    ['not, refused where it was paid', [placed(), refused], false],
    ['returned without lines', [placed(), returned()], true],
    ['not, returned in part', [placed(), returned([{ productId: 'a', quantity: 2 }])], false],
    ['returned line by line', [placed(), returned(lines)], true],
    ['not, returned and exchanged', [placed(), returned(), fact('OrderExchanged', 7)], false],
    ['paid back without a word on how much', [placed(), back({ id: 'r-1' })], true],
    ['not, paid back in part', [placed(), back({ id: 'r-1', amount: 4000 })], false],
    [
      'paid back in two parts',
      [placed(), back({ id: 'r-1', amount: 4000 }), back({ id: 'r-2', amount: 1000 })],
      true,
    ],
    [
      'not, by the same part twice',
      [placed(), back({ id: 'r-1', amount: 2500 }), back({ id: 'r-1', amount: 2500 })],
      false,
    ],
  ])('%s', (_, facts, isUndone) => {
    expect(inBothOrders(facts, (order) => order.isUndone)).toBe(isUndone);
  });
});

describe('it is a purchase', () => {
  const bank = { payment: { timing: 'before', deadline: '1970-01-05' } };
  test('until its payment is waited for no longer: the end of the day in Tokyo and three days', () => {
    const ends_ms = 7 * day_ms + 15 * hour_ms;
    const at = (ms: number) => inBothOrders([placed(bank)], (order) => order.isPurchase(ms));
    expect([at(ends_ms - 1), at(ends_ms)]).toEqual([true, false]);
    expect(inBothOrders([placed(bank), fact('OrderPaid', 40)], (order) => order.isPurchase(ends_ms))).toBe(
      true,
    );
  });

  test('of what was not paid back, in its own currency, for a year, and once it is paid', () => {
    const facts = [
      placed(),
      back({ id: 'r-1', amount: 1000 }),
      back({ id: 'r-2', amount: 9, currency: 'USD' }),
    ];
    const spent = (ms: number) => inBothOrders(facts, (order) => order.spentInYear(ms));
    expect([spent(day_ms), spent(365 * day_ms - 1), spent(365 * day_ms)]).toEqual([4000, 4000, 0]);
    expect(inBothOrders([placed(bank)], (order) => order.spentInYear(day_ms))).toBe(0);
  });

  test('an order that told no currency is in that of the market, and a refund in another says nothing of its total', () => {
    const untold = placed({ order: { total: 5000, items: lines } });
    const spent = (...refunds: OrderFact[]) =>
      inBothOrders([untold, ...refunds], (order) => order.spentInYear(day_ms));
    const baht = back({ id: 'r-1', amount: 1000, currency: 'THB' });
    expect(spent(baht)).toBe(5000);
    expect(spent(baht, back({ id: 'r-2', amount: 500 }))).toBe(4500);
    expect(spent(baht, back({ id: 'r-2', amount: 900, currency: 'JPY' }))).toBe(4100);
  });

  test('but goods in place of others are none', () => {
    const order = { total: 0, origin: 'exchange', items: lines };
    expect(inBothOrders([placed({ order })], ({ isBought }) => isBought)).toBe(false);
  });
});

describe('what a message supposes', () => {
  const scenario = (id: string) => shipped.find((one) => one.id === id) as (typeof shipped)[number];

  test('is the latest wait for the arrival that every way to it passes', () => {
    const of = (id: string, step: string) =>
      supposedBy(scenario(id), step).map(({ what, day }) => `${what} ${day}`);
    expect(of('cross-sell', 'goes-with-it')).toEqual(['arrival 21']);
    expect(of('cross-sell', 'a-step-on')).toEqual(['arrival 21', 'arrival 42']);
    expect(of('welcome', 'hello')).toEqual([]);
    expect(of('replenishment', 'running-low')).toEqual(['supply -2']);
  });
});

describe('parcels that nobody counted, and refusals of one of them', () => {
  const cod = placed({ payment: { timing: 'on-delivery' } });
  const holding = (id: string, quantity: number) => ({ id, items: [{ productId: 'a', quantity }] });
  const refused = (id: string) => fact('DeliveryFailed', 4, { shipment: { id, reason: 'refused' } });

  test.each<[string, OrderFact[], number | undefined]>([
    [
      'a part of the pieces is there',
      [placed(), left(1, holding('x', 2)), there(2, holding('x', 2))],
      undefined,
    ],
    ['all of the pieces are there', [placed(), there(2, holding('x', 2)), there(5, holding('y', 1))], 5],
    ['one of two kept, one refused', [cod, left(1, { id: 'y' }), there(2, { id: 'x' }), refused('y')], 2],
  ])('%s', (_, facts, day) => {
    expect(inBothOrders(facts, (order) => order.arrivesAt_ms)).toBe(day === undefined ? day : day * day_ms);
    expect(inBothOrders(facts, (order) => order.isUndone)).toBe(false);
  });

  test('an order is undone once all of it is refused', () => {
    expect(inBothOrders([cod, left(1, { id: 'y' }), refused('y')], (order) => order.isUndone)).toBe(true);
  });
});
