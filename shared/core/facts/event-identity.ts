/** Who an event is: its own identity decides whether it was here before, however often and however late it comes. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import {
  type EventName,
  isAboutOrder,
  isByParcel,
  isByRefund,
  subjectOf,
} from '../events/event-catalogue.ts';
import { subjectIdOf } from '../events/event-subject.ts';
import type { Customer } from '../record/customer.ts';
import type { LedgerOrder } from '../record/orders/ledger-entry.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import { isOfRefusal } from '../record/orders/order-parcels.ts';
import { isBefore } from '../values/civil-time.ts';
import { digest } from '../values/ids.ts';
import { onceEach } from '../values/once-each.ts';
import { saysRefused } from '../values/order-words.ts';
import { everyParcel, parcelEntry, parcelOf, refusalEntry } from './orders/parcel.ts';
import { wordOf } from './seen-ring.ts';

/** The ledger's word for an event: its type, and the part of the order it is about, where one is named. */
export function ledgerEntry(event: StoreEvent): string {
  return isRefusal(event) ? refusalEntry(partOf(event)) : wordOfPart(event);
}

function wordOfPart(event: StoreEvent): string {
  const part = partOf(event);
  return part === undefined ? event.name : parcelEntry(event.name, part);
}

/** A parcel, a refund; a delay is another where the day is. */
function partOf({ name, detail }: StoreEvent): string | undefined {
  if (isByRefund(name)) return detail.refund?.id;
  if (!isByParcel(name)) return undefined;
  const parcel = parcelOf(detail);
  const day = name === 'OrderDelayed' ? detail.shipment?.expectedAt : undefined;
  return day === undefined ? parcel : `${parcel ?? ''}@${day}`;
}

/** The order an event is about, where it is about one. */
export function orderOf(event: StoreEvent): string | undefined {
  return isAboutOrder(event.name) ? event.detail.order?.id : undefined;
}

/** True for the copy of a `ReferralMade` that is the friend's own. */
export function isOfFriend({ name, detail }: StoreEvent): boolean {
  return name === 'ReferralMade' && detail.referral?.friendId === detail.customer.id;
}

/** The key of what a customer does but once: answer a survey, redeem a code, bring a friend, review or ask for a product. */
export function doneKey(event: StoreEvent): string | undefined {
  const id = subjectIdOf(event);
  if (id === undefined) return undefined;
  switch (event.name) {
    case 'SurveyAnswered':
      return `survey:${id}`;
    case 'CouponRedeemed':
      return `coupon:${id}`;
    case 'ReviewPosted':
      return `review:${id}`;
    case 'RestockRequested':
      return askingKey(id);
    case 'ReferralMade':
      return isOfFriend(event) ? 'referred' : `referral:${id}`;
    default:
      return undefined;
  }
}

/** The key of a product that was asked for. */
export const askingKey = (product: string): string => `restock:${product}`;
export const isAsking = (key: string): boolean => key.startsWith(askingKey(''));

/** What may happen to one thing several times, but not twice at one moment. */
const knownByMoment: readonly string[] = ['sample', 'subscription', 'help', 'booking'];

type Instant = Temporal.Instant;

const toldAt = ({ toldAt: told, occurredAt }: StoreEvent): Instant => told ?? occurredAt;
const hashOfMoment = (name: EventName, id: string, at: Instant) =>
  digest(['moment', name, id, at.toString()], 12);
const hashOfId = ({ name, detail }: StoreEvent) => digest(['event', name, detail.eventId], 12);

/** The product that an event is a look at. */
const lookedAt = ({ name, detail }: StoreEvent) =>
  name === 'ProductViewed' ? detail.product?.id : undefined;

/** True for a look that the record keeps as it was told: it needs no other memory. */
export function isKeptLook(event: StoreEvent, { views }: Pick<Customer, 'views'>): boolean {
  const product = lookedAt(event);
  const at = toldAt(event);
  return product !== undefined && views.some((view) => view.productId === product && view.at.equals(at));
}

/** Hashes of the looks that one record keeps and the other no longer: newer ones stand in their places. */
export function looksLost(before: Pick<Customer, 'views'>, after: Pick<Customer, 'views'>): string[] {
  const kept = new Map(after.views.map(({ productId, at }) => [productId, at]));
  return before.views
    .filter(({ productId, at }) => kept.get(productId)?.equals(at) !== true)
    .map(({ productId, at }) => hashOfMoment('ProductViewed', productId, at));
}

/** An order event by what the ledger has of it. */
export const orderHash = (order: string, entry: string): string => digest(['order', order, entry], 12);

/**
 * 12 hexadecimal digits: order events by (order id, type, shipment), what is done once by its key, events of samples,
 * subscriptions, support cases, bookings and looks at a product by (id, type, time), the rest by their `eventId`. The time is the one that
 * was told: one that was set back on arrival differs from delivery to delivery.
 */
export const eventHash = onceEach((event: StoreEvent): string => {
  // Each scenario that an event touches asks for it.
  const order = orderOf(event);
  if (order !== undefined) return orderHash(order, ledgerEntry(event));
  const key = doneKey(event);
  if (key !== undefined) return digest(['done', key], 12);
  const id = thingOf(event);
  return id === undefined ? hashOfId(event) : hashOfMoment(event.name, id, toldAt(event));
});

/** What an event is known by together with its moment. */
const thingOf = (event: StoreEvent): string | undefined =>
  knownByMoment.includes(subjectOf(event.name)) ? subjectIdOf(event) : lookedAt(event);

/** True for an event whose identity is its `eventId`. */
export function isKnownById(event: StoreEvent): boolean {
  return orderOf(event) === undefined && doneKey(event) === undefined && thingOf(event) === undefined;
}

export type Newness = 'new' | 'duplicate-event' | 'too-old-to-tell' | 'test-order';

/**
 * Tells whether the record has seen the event, or can no longer tell.
 *
 * @param heardFirst hashes of order events that are known from elsewhere to come for the first time
 */
export function newnessOf(event: StoreEvent, customer: Customer, heardFirst?: ReadonlySet<string>): Newness {
  const order = orderOf(event);
  if (order === undefined) return isKnown(event, customer) ? 'duplicate-event' : 'new';
  if (event.detail.order?.isTest) return 'test-order';
  const entry = ledgerOrder(customer, order);
  if (entry) {
    return isInLedger(event, entry) ? 'duplicate-event' : 'new';
  }
  const tooOld = customer.horizon !== undefined && !isBefore(customer.horizon, event.occurredAt);
  return tooOld && !heardFirst?.has(eventHash(event)) ? 'too-old-to-tell' : 'new';
}

function isInLedger(event: StoreEvent, { seen, refused }: LedgerOrder): boolean {
  const words = [ledgerEntry(event), everyParcel(event.name)];
  // A refusal had the word of any failure once.
  if (isRefusal(event) && refused && !seen.some(isOfRefusal)) words.push(wordOfPart(event));
  return words.some((word) => seen.includes(word));
}

/** True where a known fact says for the first time that all of its order has left. */
export function tellsAllShipped(event: StoreEvent, customer: Customer): boolean {
  const entry = ledgerOrder(customer, orderOf(event));
  return event.detail.order?.isAllShipped === true && entry !== undefined && !entry.isAllShipped;
}

/** True where the parcel was not accepted at the door. */
export const isRefusal = ({ name, detail }: StoreEvent): boolean =>
  name === 'DeliveryFailed' && saysRefused(detail.shipment?.reason);

function isKnown(event: StoreEvent, customer: Customer): boolean {
  const key = doneKey(event);
  if (key !== undefined) return customer.done.includes(key);
  const isInRing = (hash: string) => wordOf(customer.seen, hash) !== undefined;
  if (isKeptLook(event, customer) || isInRing(eventHash(event))) return true;
  // So looks were known once.
  return lookedAt(event) !== undefined && isInRing(hashOfId(event));
}
