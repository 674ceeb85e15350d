/** How much of an order came back, left or arrived, where a word on that cannot be read. */
import type { ReadDetail } from './event.ts';
import { type EventName, isByRefund } from './event-catalogue.ts';

const parcel = ['shipment', 'shipment.id', 'shipment.number'];
/** Stands for a parcel whose name nobody can read: one of its order's alone. */
const unnamedParcel = (order = '') => `unread of ${order}`.slice(0, 128).toWellFormed();

/** A parcel that left or arrived without a name is all of the order. One whose name nobody can read is one of them. */
export function withKnownParcel(name: EventName, read: ReadDetail, unread: readonly string[]): ReadDetail {
  const isClaim = name === 'OrderShipped' || name === 'OrderDelivered';
  const { id, number } = read.shipment ?? {};
  const isNamed = id !== undefined || number !== undefined;
  if (!isClaim || isNamed || !unread.some((field) => parcel.includes(field))) return read;
  return { ...read, shipment: { ...read.shipment, id: unnamedParcel(read.order?.id) } };
}

const extent = ['refund', 'refund.amount', 'refund.currency', 'refund.items', 'order.items'];

/**
 * A refund or return that names neither lines nor an amount is of all. One that named them in words nobody can read is of
 * what is left of them, and of no line where nothing is.
 */
export function withKnownExtent(name: EventName, read: ReadDetail, unread: readonly string[]): ReadDetail {
  if (!isByRefund(name) || !unread.some((field) => extent.includes(field))) return read;
  const { amount: told, currency, items: named, ...refund } = read.refund ?? {};
  const amount = unread.includes('refund.currency') ? undefined : told;
  const ofOrder = name === 'OrderReturned' || amount === undefined ? read.order?.items : undefined;
  const items = named ?? ofOrder ?? [];
  return {
    ...read,
    refund: { ...refund, items, ...(amount !== undefined && { amount }), ...(currency && { currency }) },
  };
}
