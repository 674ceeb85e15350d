/** What a record has heard of what happened after a moment, as far as an event may come again: by the hashes of events. */
import type { Temporal } from 'temporal-polyfill';
import type { Customer } from '../record/customer.ts';
import { isBefore } from '../values/civil-time.ts';
import { orderHash } from './event-identity.ts';
import { hashesIn } from './seen-ring.ts';

/** So soon nothing came between. */
const atOnce = { minutes: 1 };

/** Of orders whose newest fact is later; of all else the last that came, where it was long enough ago that some may be later. */
export function heardSince(
  { orders, seen }: Pick<Customer, 'orders' | 'seen'>,
  since: Temporal.Instant,
  now: Temporal.Instant,
): readonly string[] {
  const ofOrders = orders
    .filter(({ at }) => isBefore(since, at))
    .flatMap((order) => order.seen.map((entry) => orderHash(order.id, entry)));
  return isBefore(since.add(atOnce), now) ? [...ofOrders, ...hashesIn(seen)] : ofOrders;
}
