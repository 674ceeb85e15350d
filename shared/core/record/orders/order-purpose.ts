/**
 * Whom an order is for, and how it came about, by what the ledger knows of it: what of it is about the customer's own goods,
 * and what is told of a parcel that somebody else takes in, or of goods taken home from a shop.
 */
import type { LedgerOrder } from './ledger-entry.ts';

export type Purpose = Pick<
  LedgerOrder,
  'gift' | 'toOther' | 'origin' | 'expectedAt' | 'delayedAt' | 'failedAt'
>;

/** A present, or sent to somebody else: bought, but nothing that the customer uses up, rates or has to learn. */
export const isForOther = ({ gift, toOther }: Purpose): boolean => gift === true || toOther === true;

/** Somebody else takes the parcel in. A present of which nobody says where it goes is taken to go to whom it is for. */
export const goesToOther = ({ gift, toOther }: Purpose): boolean => toOther ?? gift === true;

/**
 * Bought anew and for the customer's own use: neither for somebody else, nor a delivery of a subscription, nor goods in place of
 * others.
 */
export const isOwnPurchase = (order: Purpose): boolean =>
  !isForOther(order) && order.origin !== 'renewal' && order.origin !== 'exchange';

/** Taken home from a shop: there is no parcel, unless something is told of one on its way. */
export const isHandedOver = (order: Purpose): boolean =>
  order.origin === 'store' && !(order.expectedAt ?? order.delayedAt ?? order.failedAt);
