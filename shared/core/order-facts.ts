/** The ledger of the last orders, and the lifecycle counters that follow from it. */
import { Temporal } from 'temporal-polyfill';
import { isBefore, latest } from './civil-time.ts';
import { type Customer, type LedgerOrder, type Lifecycle, ledgerOrder, orderHasSeen } from './customer.ts';
import type { StoreEvent } from './event.ts';
import { ledgerWord, orderOf } from './event-identity.ts';

const maxOrders = 24;
const maxWords = 24;

/** The customer with a new order event written into the ledger and counted. */
export function withOrder(customer: Customer, event: StoreEvent): Customer {
  const id = orderOf(event);
  if (id === undefined) return customer;
  const before = ledgerOrder(customer, id);
  const entry = noted(before, id, event);
  const others = customer.orders.filter((order) => order.id !== id);
  const { orders, horizon } = withinBounds([...others, entry], customer.horizon);
  return { ...customer, orders, horizon, lifecycle: counted(customer.lifecycle, event, before) };
}

function noted(before: LedgerOrder | undefined, id: string, event: StoreEvent): LedgerOrder {
  const at = event.occurredAt;
  const entry: LedgerOrder = {
    ...(before ?? { id, seen: [] }),
    seen: [...(before?.seen ?? []), ledgerWord(event)].slice(-maxWords),
    at: latest(before?.at, at),
  };
  if (event.name === 'OrderPlaced') return { ...entry, placedAt: at };
  if (event.name === 'OrderShipped') return { ...entry, shippedAt: latest(before?.shippedAt, at) };
  if (event.name === 'OrderDelivered') return { ...entry, deliveredAt: latest(before?.deliveredAt, at) };
  return entry;
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
function counted(lifecycle: Lifecycle, event: StoreEvent, before: LedgerOrder | undefined): Lifecycle {
  if (event.name === 'OrderPlaced' && !orderHasSeen(before, 'OrderCancelled')) {
    const first = lifecycle.firstOrderAt;
    return {
      ...lifecycle,
      orders: lifecycle.orders + 1,
      firstOrderAt: first && isBefore(first, event.occurredAt) ? first : event.occurredAt,
      lastOrderAt: latest(lifecycle.lastOrderAt, event.occurredAt),
    };
  }
  if (event.name === 'OrderCancelled' && orderHasSeen(before, 'OrderPlaced')) {
    return { ...lifecycle, orders: Math.max(0, lifecycle.orders - 1) };
  }
  return lifecycle;
}
