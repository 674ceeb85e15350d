/** What an event of an order adds to the ledger, and the lifecycle counters that follow from it. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../../events/event.ts';
import type { Customer, Lifecycle } from '../../record/customer.ts';
import type { LedgerOrder } from '../../record/orders/ledger-entry.ts';
import { ledgerOrder } from '../../record/orders/ledger-order.ts';
import { isBought } from '../../record/orders/order-state.ts';
import { earliest, latest } from '../../values/civil-time.ts';
import { orderOf } from '../event-identity.ts';
import { type ToldBy, withFact } from './order-entry.ts';
import { byTime } from './order-ledger.ts';

/** The customer with a new order event written into the ledger and counted. */
export function withOrder(customer: Customer, event: StoreEvent, by: ToldBy): Customer {
  const id = orderOf(event);
  if (id === undefined) return customer;
  const before = ledgerOrder(customer, id);
  const entry = withFact(before ?? { id, seen: [], at: event.occurredAt }, event, by);
  const others = customer.orders.filter((order) => order.id !== id);
  const orders = byTime([...others, entry]);
  const lifecycle = counted(customer.lifecycle, { before, entry }, { ...customer, orders });
  return { ...customer, orders, lifecycle };
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
  const placements = orders.filter(isBought).flatMap((order) => order.placedAt ?? []);
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
