/** The orders of two records as those of one: what both tell of counts once. */
import { withEntryBack, withinLedger } from '../facts/orders/order-ledger.ts';
import type { Customer } from '../record/customer.ts';
import type { KeptOrder } from '../record/orders/kept-order.ts';
import type { LedgerOrder } from '../record/orders/ledger-entry.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import { isBought } from '../record/orders/order-state.ts';
import { joinedMonths } from '../record/orders/orders-by-month.ts';
import { byId, laterOf, oneOrder } from './merge-lists.ts';

/** A customer, and what lies of the orders beside the record. */
export interface WithItems {
  readonly customer: Customer;
  readonly items: readonly KeptOrder[];
}

/**
 * Both records with the orders that both tell of in their ledgers, be it that they had left one or both: no sum of a month
 * holds them, so that joining the ledgers tells each once.
 */
export function withSharedOrders(to: WithItems, from: WithItems): readonly [to: Customer, from: Customer] {
  const [known, told] = [ordersOf(to), ordersOf(from)];
  const shared = [...told.keys()].filter((id) => known.has(id));
  const back = (customer: Customer, entries: ReadonlyMap<string, LedgerOrder>) =>
    shared.reduce((now, id) => withEntryBack(now, entries.get(id)), customer);
  return [back(to.customer, known), back(from.customer, told)];
}

/** The entry of each order, in the ledger or, once it has left that, beside. */
function ordersOf({ customer, items }: WithItems): ReadonlyMap<string, LedgerOrder> {
  const beside = items.flatMap(({ id, entry }) => (entry ? [[id, entry] as const] : []));
  return new Map([...beside, ...customer.orders.map((entry) => [entry.id, entry] as const)]);
}

/** The orders of both, each of which stands in a saved record, and those that leave the ledger by it. */
export function joinedLedger(to: Customer, from: Customer) {
  const orders = byId([...from.orders, ...to.orders], oneOrder);
  const horizon = laterOf(to.horizon, from.horizon);
  return withinLedger({ orders, horizon, months: joinedMonths(to.months, from.months) }, orders);
}

/** Of the orders that both tell of, how many counts of purchases are too many. */
export function countedTwice(to: Customer, from: Customer): number {
  return from.orders.reduce((sum, one) => {
    const other = ledgerOrder(to, one.id);
    if (!other) return sum;
    const counts = [one, other].filter(isBought).length - (isBought(oneOrder(one, other)) ? 1 : 0);
    return sum + counts;
  }, 0);
}
