/** The number by which the customer knows an order, in each message about it, whichever event told it. */
import type { LedgerOrder } from '../../core/record/orders/ledger-entry.ts';
import type { Fields } from '../../core/values/pick-fields.ts';

/**
 * The fields that an enrolment kept of its event, with the order's number where that event did not tell it.
 *
 * @param known the ledger's entry of the order
 */
export function withOrderNumber(event: Fields, known: LedgerOrder | undefined): Fields {
  const order = event.order as Fields | undefined;
  if (known?.number === undefined || order?.number !== undefined) return event;
  return { ...event, order: { id: known.id, ...order, number: known.number } };
}
