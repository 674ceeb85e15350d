/** Who an event is: its own identity decides whether it was here before, however often and however late it comes. */
import { isBefore } from './civil-time.ts';
import { type Customer, ledgerOrder } from './customer.ts';
import type { StoreEvent } from './event.ts';
import { isAboutOrder, isByParcel } from './event-names.ts';
import { digest } from './ids.ts';

/** The ledger's word for an event: its type, and for an event of a parcel the shipment, where one is named. */
export function ledgerWord(event: StoreEvent): string {
  const shipment = isByParcel(event.name) ? event.detail.shipment?.id : undefined;
  return shipment === undefined ? event.name : `${event.name}:${digest([shipment], 8)}`;
}

/** The order an event is about, where it is about one. */
export function orderOf(event: StoreEvent): string | undefined {
  return isAboutOrder(event.name) ? event.detail.order?.id : undefined;
}

/** 12 hexadecimal digits: order events by (order id, type, shipment), the rest by their `eventId`. */
export function eventHash(event: StoreEvent): string {
  const order = orderOf(event);
  return order === undefined
    ? digest(['event', event.name, event.detail.eventId], 12)
    : digest(['order', order, ledgerWord(event)], 12);
}

export type Newness = 'new' | 'duplicate-event' | 'too-old-to-tell' | 'test-order';

/** Tells whether the record has seen the event, or can no longer tell. */
export function newnessOf(event: StoreEvent, customer: Customer): Newness {
  const order = orderOf(event);
  if (order === undefined) return customer.seen.includes(eventHash(event)) ? 'duplicate-event' : 'new';
  if (event.detail.order?.isTest) return 'test-order';
  const entry = ledgerOrder(customer, order);
  if (entry) return entry.seen.includes(ledgerWord(event)) ? 'duplicate-event' : 'new';
  const tooOld = customer.horizon !== undefined && !isBefore(customer.horizon, event.occurredAt);
  return tooOld ? 'too-old-to-tell' : 'new';
}
