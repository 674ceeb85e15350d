/**
 * The bounds of the ledger. An order that leaves it is summed up by its month, and its entry lies in the order's item from
 * then on; a late fact brings it back from there.
 */
import { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../../events/event.ts';
import type { Customer } from '../../record/customer.ts';
import type { LedgerOrder } from '../../record/orders/ledger-entry.ts';
import { ledgerOrder } from '../../record/orders/ledger-order.ts';
import { withoutShare, withShare } from '../../record/orders/orders-by-month.ts';
import { isBefore, latest } from '../../values/civil-time.ts';
import { orderOf } from '../event-identity.ts';

export const maxOrders = 24;
const clocksDiffer = { hours: 1 };

export type Ledger = Pick<Customer, 'orders' | 'horizon' | 'months'>;

export const byTime = (orders: readonly LedgerOrder[]): readonly LedgerOrder[] =>
  orders.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));

/**
 * The ledger within its bounds, and what has left it. Of too many the oldest leave, first those that stand in a saved record
 * as they are: what this decision has told of an order is not proven before it is saved.
 *
 * @param saved the orders of the record as it was loaded
 */
export function withinLedger(
  ledger: Ledger,
  saved: readonly LedgerOrder[],
): Ledger & { readonly left: readonly LedgerOrder[] } {
  const over = Math.max(0, ledger.orders.length - maxOrders);
  if (over === 0) return { ...ledger, left: [] };
  const proven = new Set(saved);
  const sorted = byTime(ledger.orders);
  const inTurn = [...sorted.filter((one) => proven.has(one)), ...sorted.filter((one) => !proven.has(one))];
  const left = inTurn.slice(0, over);
  return {
    orders: sorted.filter((one) => !left.includes(one)),
    horizon: left.reduce<Temporal.Instant | undefined>((last, { at }) => latest(last, at), ledger.horizon),
    months: left.reduce<Ledger['months']>(withShare, ledger.months),
    left: left.filter((one) => proven.has(one)),
  };
}

/** True for a fact of an order that may have left the ledger: only then is its item read. */
export function mayHaveLeft(event: StoreEvent, customer: Customer): boolean {
  const { horizon } = customer;
  const order = orderOf(event);
  if (horizon === undefined || order === undefined || ledgerOrder(customer, order)) return false;
  // What has left is no newer than the horizon; of one whose end was told first the placing may be, by another clock.
  return event.name !== 'OrderPlaced' || !isBefore(horizon.add(clocksDiffer), event.occurredAt);
}

/** The customer with the event's order back in the ledger: its month no longer tells of it. */
export function withOrderBack(
  customer: Customer,
  event: StoreEvent,
  beyond: ReadonlyMap<string, LedgerOrder> | undefined,
): Customer {
  const order = orderOf(event);
  return withEntryBack(customer, order === undefined ? undefined : beyond?.get(order));
}

/** The customer with an order back in the ledger, where it had left. */
export function withEntryBack(customer: Customer, entry: LedgerOrder | undefined): Customer {
  if (!entry || ledgerOrder(customer, entry.id)) return customer;
  return {
    ...customer,
    orders: byTime([...customer.orders, entry]),
    months: withoutShare(customer.months, entry),
  };
}
