/** What lies beside the record of one order: each fact as it was told, and the ledger's entry once the order has left it. */
import type { Fields } from '../../values/pick-fields.ts';
import type { LedgerOrder } from './ledger-entry.ts';

/** What one event told of an order, as plain JSON; `at`: when it occurred. */
export interface OrderFact {
  readonly at: string;
  readonly order?: Fields | undefined;
  readonly payment?: Fields | undefined;
  readonly refund?: Fields | undefined;
  readonly shipment?: Fields | undefined;
}

/** The parts of an event that are the order's own. */
export const orderParts = ['order', 'payment', 'refund', 'shipment'] as const;

export interface KeptOrder {
  readonly id: string;
  /** By the ledger's word. Written before the record: that a fact is here does not say that the record took it. */
  readonly facts: Readonly<Record<string, OrderFact>>;
  /** As it stood in a record that was saved: what it has seen, the record has taken. */
  readonly entry?: LedgerOrder | undefined;
}
