/**
 * What all facts of one order say together, in whatever order they came: is it a purchase, is it undone, is a payment still
 * owed before anything can arrive. Whoever asks such a thing of an order asks here; when it arrives says `order-arrival.ts`.
 */
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../values/civil-time.ts';
import type { GoodsBack, LedgerOrder } from './ledger-entry.ts';
import { orderHasSeen } from './ledger-order.ts';
import { isRefusedAtDoor } from './order-parcels.ts';

type Instant = Temporal.Instant;

/** Where no deadline is told, a prepaid order is waited for so long. */
const usualDeadline = { hours: 24 * 7 };
/** A payment of the last day is known some days later. */
const grace = { hours: 24 * 3 };

/** Placed, not undone, and no prepayment of it has lapsed by the moment. An exchange is no purchase of its own. */
export const isPurchase = (order: LedgerOrder, at: Instant): boolean =>
  isBought(order) && !hasLapsed(order, at);

/** The same by its facts alone: what the counters of the record count, until time says otherwise. */
export function isBought(order: LedgerOrder): boolean {
  return order.placedAt !== undefined && order.origin !== 'exchange' && !isUndone(order);
}

/** Cancelled, paid back or returned as a whole, or all of it refused at the door where it was to be paid there. No later fact but an exchange takes it back. */
export function isUndone(order: LedgerOrder): boolean {
  if (orderHasSeen(order, 'OrderCancelled') || isRefusedAtDoor(order) || isPaidBack(order)) return true;
  return isReturned(order) && !orderHasSeen(order, 'OrderExchanged');
}

/** So told, and never otherwise again: what a later parcel may take back is left to who asks (`goods-held.ts`). */
export const areGoodsTakenBack = (order: LedgerOrder): boolean =>
  orderHasSeen(order, 'OrderCancelled') || isPaidBack(order) || isReturned(order);

/** Nothing of it is with the customer any more, whatever becomes of the money. */
export const isGone = (order: LedgerOrder): boolean => isUndone(order) || isReturned(order);

function isPaidBack(order: LedgerOrder): boolean {
  const { undone, total = 0, paidBack } = order;
  const isWhole = total > 0 && refundedOf(order) >= total;
  return undone === 'refunded' || isWhole || areAllPieces(order, paidBack);
}

const isReturned = (order: LedgerOrder): boolean =>
  order.undone === 'returned' || areAllPieces(order, order.back);

/** Of an order whose lines nobody knows, any line is taken for all of it. */
function areAllPieces({ placedAt, pieces = 0 }: LedgerOrder, goods: readonly GoodsBack[] = []): boolean {
  return placedAt !== undefined && goods.length > 0 && piecesOf(goods) >= pieces;
}

const piecesOf = (goods: readonly GoodsBack[]) => goods.reduce((sum, { quantity }) => sum + quantity, 0);

/** In the order's own currency; what was paid back in another says nothing of its total. */
function refundedOf({ currency, refunded = {} }: LedgerOrder): number {
  const [only, other] = Object.keys(refunded).filter((name) => name !== '');
  const own = currency ?? (other === undefined ? only : undefined);
  return (refunded[''] ?? 0) + (own === undefined ? 0 : (refunded[own] ?? 0));
}

/** How many pieces of a product are no longer the customer's. */
export function piecesGone({ back = [], paidBack = [] }: LedgerOrder, productId: string): number {
  const of = (goods: readonly GoodsBack[]) => piecesOf(goods.filter((one) => one.productId === productId));
  return Math.max(of(back), of(paidBack));
}

/** What the customer has spent on it, in minor units of the order's currency. */
export function spentOn(order: LedgerOrder): number {
  return Math.max(0, (order.total ?? 0) - refundedOf(order));
}

/** A payment that failed shows that one was to come first; only what is paid before holds anything back. */
function isPrepaid(order: LedgerOrder): boolean {
  return order.timing === undefined ? orderHasSeen(order, 'PaymentFailed') : order.timing === 'before';
}

/** True while nobody has heard that a prepaid order is paid. What leaves the store was. */
export function owesPrepayment(order: LedgerOrder): boolean {
  const settles = (['OrderPaid', 'OrderShipped', 'OrderDelivered'] as const).some((name) =>
    orderHasSeen(order, name),
  );
  return !settles && isPrepaid(order);
}

/** Bought, and not still to be paid first: that is no money spent. */
export const isPaidPurchase = (order: LedgerOrder): order is LedgerOrder & { readonly placedAt: Instant } =>
  isBought(order) && !owesPrepayment(order);

/** When a prepayment that is owed is waited for no longer. */
export function lapsesAt(order: LedgerOrder): Instant | undefined {
  const { placedAt, payBy } = order;
  if (placedAt === undefined || !owesPrepayment(order)) return undefined;
  return (payBy ?? placedAt.add(usualDeadline)).add(grace);
}

/** True where its payment has not come by the moment, and is waited for no longer. */
export function hasLapsed(order: LedgerOrder, at: Instant): boolean {
  const lapse = lapsesAt(order);
  return lapse !== undefined && !isBefore(at, lapse);
}

/** True where the order has come to nothing by the moment: undone by a fact, or by a payment that never came. */
export const isOff = (order: LedgerOrder, at: Instant): boolean => isUndone(order) || hasLapsed(order, at);
