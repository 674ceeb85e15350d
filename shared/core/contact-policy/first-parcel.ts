/** After the first parcel somebody hears of that parcel first: no broadcast comes between. */
import type { Temporal } from 'temporal-polyfill';
import { arrivedAt } from '../record/orders/order-arrival.ts';
import { isPurchase } from '../record/orders/order-state.ts';
import { zoneOf } from '../record/zone.ts';
import { addDuration, isBefore } from '../values/civil-time.ts';
import type { DueMessage } from './due-message.ts';

const quiet = { days: 7 };

/** Until when a broadcast waits for the parcel of the first purchase, and for a week with it. */
export function settlesUntil({ customer, around }: DueMessage): Temporal.Instant | undefined {
  const { at, settings } = around;
  const [first, ...more] = customer.orders.filter((order) => isPurchase(order, at));
  if (!first?.placedAt || more.length > 0 || customer.lifecycle.orders > 1) return undefined;
  const timeZone = zoneOf(customer, settings);
  const arrived = arrivedAt(first, first.placedAt, { timeZone, settings });
  const until = arrived && addDuration(arrived, quiet, timeZone);
  return until && isBefore(at, until) ? until : undefined;
}
