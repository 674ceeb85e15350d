import type { EventName } from '../../events/event-catalogue.ts';
import type { Customer } from '../customer.ts';
import type { LedgerOrder } from './ledger-entry.ts';

/** The ledger's entry of one order, where there is one. */
export function ledgerOrder(customer: Customer, order: string | undefined): LedgerOrder | undefined {
  return order === undefined ? undefined : customer.orders.find((entry) => entry.id === order);
}

/** True when the ledger holds an event of this type for this order, whichever shipment it was about. */
export function orderHasSeen(entry: LedgerOrder | undefined, name: EventName): boolean {
  return entry?.seen.some((seen) => seen === name || seen.startsWith(`${name}:`)) ?? false;
}
