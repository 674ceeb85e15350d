/** Whether the customer is a buyer: by an order, or by any other fact that supposes one. */
import type { Temporal } from 'temporal-polyfill';
import { standingTold } from '../facts/standing-facts.ts';
import type { Customer } from '../record/customer.ts';
import type { LedgerOrder } from '../record/orders/ledger-entry.ts';
import { isOff } from '../record/orders/order-state.ts';
import type { AddressState, Holder } from '../record/suppression.ts';

/** What there is of a buyer whose orders nobody has told of, or whose parcel was told of before its order. */
export function hasBought(customer: Customer, at: Temporal.Instant): boolean {
  return (
    customer.lifecycle.orders > 0 ||
    customer.orders.some((order) => supposesPurchase(order, at)) ||
    customer.subscriptions.length > 0 ||
    customer.done.some((key) => key.startsWith('review:')) ||
    standingTold(customer)
  );
}

/** As far as an address was told of its customer. */
const isBuyer = ({ boughtAt, bought }: Holder): boolean => boughtAt !== undefined || bought === true;

/** True where another customer with the same address has bought. */
export function hasBoughtElsewhere(address: AddressState | undefined, self: string): boolean {
  return Object.entries(address?.holders ?? {}).some(([id, holder]) => id !== self && isBuyer(holder));
}

/** An order event of whatever kind is of something ordered; one whose placing is known may have come to nothing. */
const supposesPurchase = (order: LedgerOrder, at: Temporal.Instant): boolean =>
  order.placedAt === undefined || !isOff(order, at);
