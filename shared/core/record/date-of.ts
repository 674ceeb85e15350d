/** Reads the dates that waits and triggers name: an instant, or a civil day that begins on her own wall. */
import type { Temporal } from 'temporal-polyfill';
import type { DatePath } from '../language/date-path.ts';
import { valuesAt } from '../language/evaluate-filter.ts';
import { asDate } from '../values/as-date.ts';
import type { Customer } from './customer.ts';
import type { Whereabouts } from './orders/order-arrival.ts';
import { ordersAgainAt } from './orders/orders-again.ts';
import { supplyEnds } from './orders/supply.ts';

/**
 * The date at a path; undefined where it is unknown or no date.
 *
 * @param event the fields the enrolment kept, nested as on the wire
 */
export function dateOf(
  path: DatePath,
  customer: Customer,
  event: Readonly<Record<string, unknown>>,
  where: Whereabouts,
): Temporal.Instant | Temporal.PlainDate | undefined {
  if (path === 'customer.supplyEndsAt') return supplyEnds(customer, where)[0];
  if (path === 'customer.ordersAgainAt') return ordersAgainAt(customer);
  const [root, ...rest] = path.split('.');
  if (root === 'event') return asDate(valuesAt(event, rest[0] === 'extra' ? rest.slice(1) : rest)[0]);
  const { profile, lifecycle } = customer;
  const known = { birthday: profile.birthday, lifecycle, attributes: profile.attributes };
  return asDate(valuesAt(known, rest)[0]);
}
