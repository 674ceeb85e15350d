/** When the goods bought last are used up: each product for itself, from its arrival, by its quantity. */
import type { Temporal } from 'temporal-polyfill';
import { latest } from '../../values/civil-time.ts';
import type { Customer } from '../customer.ts';
import { goodsHeld } from './goods-held.ts';
import { arrivedAt, givenUpAt, type Whereabouts } from './order-arrival.ts';
import { isUndone } from './order-state.ts';

type Instant = Temporal.Instant;

/** Days of 24 hours. */
const day_hours = 24;

/** The ends of what runs out of the newest purchase, in the order of time; none where nothing does. */
export function supplyEnds(customer: Pick<Customer, 'owned' | 'orders'>, where: Whereabouts): Instant[] {
  const { orders } = customer;
  const lasting = goodsHeld(customer, isUndone).filter(
    ({ supplyDays = 0, forOther }) => supplyDays > 0 && !forOther,
  );
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
