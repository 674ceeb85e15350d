/** What the ledger need no longer tell of an order that nothing has been heard of for more than a year. */
import type { Customer } from '../../record/customer.ts';
import type { LedgerOrder } from '../../record/orders/ledger-entry.ts';
import { orderHasSeen } from '../../record/orders/ledger-order.ts';
import { isGone, isUndone } from '../../record/orders/order-state.ts';
import type { Surroundings } from '../../record/surroundings.ts';
import { isBefore } from '../../values/civil-time.ts';

/** Longer than the year for which orders are counted and summed up. */
const wholeFor = { hours: 24 * 400 };

/**
 * The orders; of an old one, about which nothing runs, no sum and no moment of its parcels, and all parcels under one word:
 * none of them comes for the first time now. That it was placed, when, and how it ended stays.
 */
export function thinned({ orders, enrolments }: Customer, { at }: Surroundings): readonly LedgerOrder[] {
  const running = new Set(enrolments.filter(({ ended }) => !ended).map(({ order }) => order));
  const isOld = (order: LedgerOrder) => !running.has(order.id) && !isBefore(at, order.at.add(wholeFor));
  return orders.some(isOld) ? orders.map((order) => (isOld(order) ? thin(order) : order)) : orders;
}

/** When it came and how it ended stays, and what tells that. */
function thin(order: LedgerOrder): LedgerOrder {
  const { total: _, currency, country, payBy, paidAt, pieces, refunded, paidBack, back, ...known } = order;
  const { shippedAt, deliveredAt, expectedAt, delayedAt, failedAt, parcels, inParcels, ...kept } = known;
  const isCancelled = orderHasSeen(order, 'OrderCancelled');
  const ending = isUndone(order) ? 'refunded' : isGone(order) ? 'returned' : undefined;
  return {
    ...kept,
    ...(!isCancelled && ending && { undone: ending }),
    seen: [...new Set(kept.seen.map((word) => word.replace(/^(\w+):.*$/, '$1:*')))],
  };
}
