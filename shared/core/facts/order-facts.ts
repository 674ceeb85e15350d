/** The ledger of the last orders, and the lifecycle counters that follow from it. */
import { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import type { Customer, Lifecycle } from '../record/customer.ts';
import type { LedgerOrder } from '../record/orders/ledger-entry.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import { isBought } from '../record/orders/order-state.ts';
import { earliest, latest } from '../values/civil-time.ts';
import { orderOf } from './event-identity.ts';
import { withFact } from './order-entry.ts';

export const maxOrders = 24;

/**
 * The customer with a new order event written into the ledger and counted.
 *
 * @param timeZone in which the store tells days
 */
export function withOrder(customer: Customer, event: StoreEvent, timeZone: string): Customer {
  const id = orderOf(event);
  if (id === undefined) return customer;
  const before = ledgerOrder(customer, id);
  const entry = withFact(before ?? { id, seen: [], at: event.occurredAt }, event, timeZone);
  const others = customer.orders.filter((order) => order.id !== id);
  const { orders, horizon } = withinBounds([...others, entry], customer.horizon);
  const lifecycle = counted(customer.lifecycle, { before, entry }, { orders, horizon });
  return { ...customer, orders, horizon, lifecycle };
}

/** The newest orders stay; whatever is not after the horizon can no longer be told from a repeat. */
function withinBounds(
  orders: readonly LedgerOrder[],
  horizon: Temporal.Instant | undefined,
): { orders: readonly LedgerOrder[]; horizon: Temporal.Instant | undefined } {
  const sorted = orders.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  const dropped = sorted.slice(0, Math.max(0, sorted.length - maxOrders));
  const last = dropped.at(-1);
  return { orders: sorted.slice(dropped.length), horizon: last ? latest(horizon, last.at) : horizon };
}

/** What an order was, and what it is with its newest fact. */
interface Change {
  readonly before: LedgerOrder | undefined;
  readonly entry: LedgerOrder;
}

/** An order counts while its facts make it a purchase, in whichever order they come. */
function counted(
  lifecycle: Lifecycle,
  { before, entry }: Change,
  { orders, horizon }: Pick<Customer, 'orders' | 'horizon'>,
): Lifecycle {
  const was = before !== undefined && isBought(before);
  const is = isBought(entry);
  if (was === is) return lifecycle;
  const known = orders.filter(isBought).flatMap((order) => order.placedAt ?? []);
  // It may have left the ledger at once.
  const placements = is && entry.placedAt ? [...known, entry.placedAt] : known;
  // Orders beyond the horizon are no longer in the ledger: of them the counters alone know.
  const beyond = horizon !== undefined;
  const first = earliest(
    [...(beyond ? [lifecycle.firstOrderAt] : []), ...placements].filter((at) => at !== undefined),
  );
  const newest = placements.reduce<Temporal.Instant | undefined>(latest, undefined);
  return {
    ...lifecycle,
    orders: Math.max(0, lifecycle.orders + (is ? 1 : -1)),
    firstOrderAt: first,
    lastOrderAt: newest ?? (beyond ? lifecycle.lastOrderAt : undefined),
  };
}
