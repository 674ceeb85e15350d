/** Whether the customer is a buyer: by an order, or by any other fact that supposes one. */
import { standingTold } from '../facts/standing-facts.ts';
import type { Customer, LedgerOrder } from '../record/customer.ts';
import { orderHasSeen } from '../record/ledger-order.ts';

/** What there is of a buyer whose orders nobody has told of, or whose parcel was told of before its order. */
export function hasBought(customer: Customer): boolean {
  return (
    customer.lifecycle.orders > 0 ||
    customer.orders.some(supposesPurchase) ||
    customer.subscriptions.length > 0 ||
    customer.done.some((key) => key.startsWith('review:')) ||
    standingTold(customer)
  );
}

/** An order event of whatever kind is of something ordered; one that is known from its placing to its cancellation was undone. */
const supposesPurchase = (order: LedgerOrder): boolean =>
  !(orderHasSeen(order, 'OrderPlaced') && orderHasSeen(order, 'OrderCancelled'));
