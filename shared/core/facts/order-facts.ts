/** The ledger of the last orders, and the lifecycle counters that follow from it. */
import { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import type { Customer, LedgerOrder, Lifecycle } from '../record/customer.ts';
import { ledgerOrder, orderHasSeen } from '../record/ledger-order.ts';
import { earliest, latest } from '../values/civil-time.ts';
import { ledgerEntry, orderOf } from './event-identity.ts';

export const maxOrders = 24;
/** What the ledger keeps of one order. */
export const maxWords = 24;

/** The customer with a new order event written into the ledger and counted. */
export function withOrder(customer: Customer, event: StoreEvent): Customer {
  const id = orderOf(event);
  if (id === undefined) return customer;
  const before = ledgerOrder(customer, id);
  const entry = noted(before, id, event);
  const others = customer.orders.filter((order) => order.id !== id);
  const { orders, horizon } = withinBounds([...others, entry], customer.horizon);
  return {
    ...customer,
    orders,
    horizon,
    lifecycle: counted(customer.lifecycle, event, before, { orders, horizon }),
  };
}

function noted(before: LedgerOrder | undefined, id: string, event: StoreEvent): LedgerOrder {
  const at = event.occurredAt;
  const entry: LedgerOrder = {
    ...(before ?? { id, seen: [] }),
    seen: withinWords([...(before?.seen ?? []), ledgerEntry(event)]),
    at: latest(before?.at, at),
  };
  const isOver = orderHasSeen(entry, 'OrderCancelled');
  if (event.name === 'OrderPlaced')
    return { ...entry, placedAt: at, total: isOver ? undefined : event.detail.order?.total };
  if (event.name === 'OrderCancelled') return { ...entry, total: undefined };
  if (event.name === 'OrderShipped') return { ...entry, shippedAt: latest(before?.shippedAt, at) };
  if (event.name === 'OrderDelivered') return { ...entry, deliveredAt: latest(before?.deliveredAt, at) };
  return entry;
}

/** Of an order in very many parcels the oldest parcels' words go; what tells that it was placed or ended stays. */
function withinWords(words: readonly string[]): readonly string[] {
  if (words.length <= maxWords) return words;
  const oldest = words.findIndex((word) => word.includes(':'));
  return words.filter((_, i) => i !== oldest);
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

/** An order counts from its placing to its cancellation, in whichever order the two arrive. */
function counted(
  lifecycle: Lifecycle,
  event: StoreEvent,
  before: LedgerOrder | undefined,
  { orders, horizon }: Pick<Customer, 'orders' | 'horizon'>,
): Lifecycle {
  const placed = event.name === 'OrderPlaced' && !orderHasSeen(before, 'OrderCancelled');
  const undone = event.name === 'OrderCancelled' && orderHasSeen(before, 'OrderPlaced');
  if (!placed && !undone) return lifecycle;
  const known = orders
    .filter((order) => !orderHasSeen(order, 'OrderCancelled'))
    .flatMap((order) => order.placedAt ?? []);
  const placements = placed ? [...known, event.occurredAt] : known;
  // Orders beyond the horizon are no longer in the ledger: of them the counters alone know.
  const beyond = horizon !== undefined;
  const first = earliest(
    [...(beyond ? [lifecycle.firstOrderAt] : []), ...placements].filter((at) => at !== undefined),
  );
  const newest = placements.reduce<Temporal.Instant | undefined>(latest, undefined);
  return {
    ...lifecycle,
    orders: Math.max(0, lifecycle.orders + (placed ? 1 : -1)),
    firstOrderAt: first,
    lastOrderAt: newest ?? (beyond ? lifecycle.lastOrderAt : undefined),
  };
}
