/** Events of one customer as they leave the trust boundary. Times may be "2026-01-05 10:00", on a wall in Tokyo. */
import { Temporal } from 'temporal-polyfill';
import type {
  Cart,
  ConsentChange,
  EventDetail,
  Order,
  Shipment,
  StoreEvent,
} from '../../shared/core/events/event.ts';
import type { EventName } from '../../shared/core/events/event-catalogue.ts';

/** A moment: an instant as it is, other text as the wall clock of `zone`. */
export function at(text: string, zone = 'Asia/Tokyo'): Temporal.Instant {
  if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return Temporal.Instant.from(text);
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
}

/** "2026-01-05 10:00" on the wall of `zone`. */
export function wall(instant: Temporal.Instant, zone = 'Asia/Tokyo'): string {
  return instant
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}

interface Parts {
  readonly eventId?: string;
  readonly customer?: Partial<EventDetail['customer']>;
  readonly order?: Partial<Order>;
  readonly shipment?: Shipment;
  readonly consent?: ConsentChange;
  readonly cart?: Cart;
  readonly [extra: string]: unknown;
}

/** Any event of customer c-1; `eventId` is made of name and time unless given. */
export function event(name: EventName, when: string, parts: Parts = {}): StoreEvent {
  const customer = { id: 'c-1', ...parts.customer };
  const detail = { eventId: `${name} ${when}`, ...parts, customer } as EventDetail;
  return { name, occurredAt: at(when), detail };
}

/** An event about an order; `parts.order` adds to it. */
export function orderEvent(name: EventName, order: string, when: string, parts: Parts = {}): StoreEvent {
  return event(name, when, { eventId: `${name} ${order}`, ...parts, order: { id: order, ...parts.order } });
}

const hana = { email: 'hana@example.com', acceptsMarketing: true } as const;

/** Placed by a customer who can be reached and accepts marketing. */
export const placed = (order: string, when: string, parts: Parts = {}) =>
  orderEvent('OrderPlaced', order, when, { ...parts, customer: { ...hana, ...parts.customer } });

export const shipped = (order: string, when: string, shipment?: string) =>
  orderEvent('OrderShipped', order, when, shipment === undefined ? {} : { shipment: { id: shipment } });

export const delivered = (order: string, when: string, shipment?: string) =>
  orderEvent('OrderDelivered', order, when, shipment === undefined ? {} : { shipment: { id: shipment } });

export const cancelled = (order: string, when: string) => orderEvent('OrderCancelled', order, when);

export const returned = (order: string, when: string) => orderEvent('OrderReturned', order, when);

/** Registered, reachable, accepting marketing. */
export const registered = (when: string, parts: Parts = {}) =>
  event('CustomerRegistered', when, { ...parts, customer: { ...hana, ...parts.customer } });

export const updated = (when: string, customer: Partial<EventDetail['customer']>) =>
  event('CustomerUpdated', when, { customer });

export const consent = (when: string, granted: boolean, topics?: string[], source?: string) =>
  event('ConsentChanged', when, { consent: { granted, topics, source } });

/** A cart as it is now; without products it is empty. */
export const cart = (id: string | undefined, when: string, ...products: string[]) =>
  event('CartUpdated', when, {
    customer: hana,
    cart: { id, items: products.map((productId) => ({ productId, quantity: 1, unitPrice: 1000 })) },
  });
