/** One order by what is told of it, and what that comes to in the words of a test. */
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { newnessOf } from '../../../shared/core/facts/event-identity.ts';
import { withFacts } from '../../../shared/core/facts/facts.ts';
import { ownedAt } from '../../../shared/core/questions/purchases.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { arrivedAt } from '../../../shared/core/record/orders/order-arrival.ts';
import {
  isOff,
  isPurchase,
  isUndone,
  owesPrepayment,
  spentOn,
} from '../../../shared/core/record/orders/order-state.ts';
import { at, orderEvent, wall } from '../../support/events.ts';
import { settings } from '../../support/given.ts';

export type Told = [name: StoreEvent['name'], when: string, parts?: Parameters<typeof orderEvent>[3]];

const around = { at: at('2026-06-01 10:00'), settings: { ...settings, scoreHalfLife_days: 30 } };
const monday = '2026-03-02 12:30';
export const two = [
  { productId: 'p-1', quantity: 2, unitPrice: 1000 },
  { productId: 'p-2', quantity: 1, unitPrice: 3000 },
];
export const placed = (parts: Told[2] = {}): Told => [
  'OrderPlaced',
  monday,
  { ...parts, order: { total: 5000, currency: 'JPY', items: two, ...parts.order } },
];

export const events = (told: readonly Told[]) =>
  told.map(([name, when, parts], nth) => orderEvent(name, 'o-1', when, { eventId: `e-${nth}`, ...parts }));

export function after(all: readonly StoreEvent[]) {
  const customer = all.reduce(
    (known, event) => (newnessOf(event, known) === 'new' ? withFacts(known, event, around).customer : known),
    newCustomer('mori', 'c-1'),
  );
  const [order] = customer.orders;
  if (!order) throw new Error('no order');
  return { customer, order };
}

/** What the facts say of the order, in the words of a test. */
export function said(all: readonly StoreEvent[], now = '2026-03-20 10:00'): string {
  const { customer, order } = after(all);
  const arrived = arrivedAt(order, at(monday), { timeZone: 'Asia/Tokyo', settings });
  return [
    isPurchase(order, at(now))
      ? 'purchase'
      : isUndone(order)
        ? 'undone'
        : isOff(order, at(now))
          ? 'lapsed'
          : 'none',
    arrived ? wall(arrived) : owesPrepayment(order) ? 'unpaid' : 'nobody knows',
    String(spentOn(order)),
    ownedAt(customer, at(now))
      .map(({ productId, quantity = 1 }) => `${productId} x${quantity}`)
      .toSorted()
      .join(', '),
    String(customer.lifecycle.orders),
  ].join(' | ');
}

/** The goods of the order. */
export const all = 'p-1 x2, p-2 x1';
export const day = (n: number, time = '10:00') => `2026-03-${String(n).padStart(2, '0')} ${time}`;
export const parcel = (number: number, of: number, more = {}) => ({
  shipment: { id: `s-${number}`, number, of, ...more },
});
export const bank = { payment: { method: '銀行振込' } };

/** A title, the facts, and what they say: what it is, its arrival, what was spent, the goods owned, the orders counted. */
export type OrderCase = [title: string, facts: Told[], says: string];
