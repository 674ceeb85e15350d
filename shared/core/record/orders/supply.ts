/** When the goods bought last are used up: each product for itself, from its arrival, by its quantity. */
import type { Temporal } from 'temporal-polyfill';
import { isBefore, latest } from '../../values/civil-time.ts';
import type { Customer } from '../customer.ts';
import type { OwnedProduct } from '../customer-facts.ts';
import { goodsHeld } from './goods-held.ts';
import type { LedgerOrder } from './ledger-entry.ts';
import { arrivedAt, givenUpAt, type Whereabouts } from './order-arrival.ts';
import { isUndone, lapsesAt } from './order-state.ts';

type Instant = Temporal.Instant;

/** Days of 24 hours. */
const day_hours = 24;

type Bought = Pick<Customer, 'owned' | 'orders'>;

const lastingOf = (customer: Bought, cameToNothing: (order: LedgerOrder) => boolean) =>
  goodsHeld(customer, cameToNothing).filter(({ supplyDays = 0, forOther }) => supplyDays > 0 && !forOther);

/**
 * The ends of what runs out of the newest purchase, in the order of time; none where nothing does. A newer one whose payment
 * is still owed may never be one: those of the purchase before it count, but not before it is waited for no longer.
 */
export function supplyEnds(customer: Bought, where: Whereabouts): Instant[] {
  const all = lastingOf(customer, isUndone);
  const paid = lastingOf(customer, (order) => isUndone(order) || lapsesAt(order) !== undefined);
  if (paid.length === 0) return endsOfNewest(all, customer, where);
  const lapses = customer.orders.flatMap((order) =>
    all.some(({ at }) => order.placedAt?.equals(at)) ? (lapsesAt(order) ?? []) : [],
  );
  return endsOfNewest(paid, customer, where).map((end) => lapses.reduce(later, end));
}

const later = (one: Instant, other: Instant): Instant => (isBefore(one, other) ? other : one);

function endsOfNewest(lasting: readonly OwnedProduct[], { orders }: Bought, where: Whereabouts): Instant[] {
  const newest = lasting.map(({ at }) => at).reduce<Instant | undefined>(latest, undefined);
  return lasting
    .filter(({ at }) => newest?.equals(at))
    .map(({ at, supplyDays = 0 }) => beganAt(at, orders, where).add({ hours: day_hours * supplyDays }))
    .toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds);
}

/** From when a purchase is used: its arrival. While nobody can tell that, it is not used before it is given up. */
function beganAt(boughtAt: Instant, orders: Customer['orders'], where: Whereabouts): Instant {
  const order = orders.find(({ placedAt }) => placedAt?.equals(boughtAt));
  return order ? (arrivedAt(order, boughtAt, where) ?? givenUpAt(order)) : boughtAt;
}
