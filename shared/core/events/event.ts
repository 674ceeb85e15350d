/** Events as the engine reads them. Their types are those of the schemas they are checked by, without nulls. */
import type { Temporal } from 'temporal-polyfill';
import type * as z from 'zod/mini';
import type { WithoutNulls } from '../values/clean-detail.ts';
import type { EventName } from './event-catalogue.ts';
import type { customerSchema } from './event-schema-parts.ts';
import type { namelessSchema } from './event-schema-whole.ts';

/** The `detail` of any event as it was read, whoever it is about. */
export type ReadDetail = WithoutNulls<z.infer<ReturnType<typeof namelessSchema>>>;

/** What an event may tell of its customer. Every field but `id` is optional. */
export interface CustomerOnTheWire extends WithoutNulls<z.infer<ReturnType<typeof customerSchema>>> {
  readonly id: string;
}

/** What any event's `detail` may hold, as the wire shape fixes it; unknown extra fields are kept. When: `occurredAt` of the event. */
export interface StoreDetail extends Omit<ReadDetail, 'customer' | 'occurredAt'> {
  readonly [extra: string]: unknown;
}

/** The `detail` of an event about a customer. */
export interface EventDetail extends StoreDetail {
  readonly customer: CustomerOnTheWire;
}

/** An order on the wire. Money is an integer of minor units with an ISO 4217 currency. */
export type Order = NonNullable<StoreDetail['order']>;

/** One line of an order, a cart or a shipment. */
export type OrderItem = NonNullable<Order['items']>[number];

/** What lies in a cart or checkout that is not an order yet; `url` leads back to it. */
export type Cart = NonNullable<StoreDetail['cart']>;

export type Shipment = NonNullable<StoreDetail['shipment']>;

/** A product as an event tells of it. */
export type Product = NonNullable<StoreDetail['product']>;

/** An explicit change of consent; `topics` empty or missing means all default topics. */
export type ConsentChange = NonNullable<StoreDetail['consent']>;

/** A fact from the storefront, checked at the boundary (`event-schema.ts`). */
export interface StoreEvent {
  readonly name: EventName;
  readonly occurredAt: Temporal.Instant;
  /** What the event said, where that lay after its arrival: `occurredAt` was set back, at each delivery to another time. */
  readonly toldAt?: Temporal.Instant | undefined;
  /**
   * Set on an event that comes again out of the archive. `facts`: it tells what is known and lets nobody in. `send`:
   * it may let in, like an event that comes for the first time.
   */
  readonly replay?: 'facts' | 'send' | undefined;
  /** She was named by her address alone: her id is made of it (`guest.ts`). */
  readonly isGuests?: true | undefined;
  /** Fields of the detail that could not be read and were left out, by their path: names of the schemas, no values. */
  readonly unread?: readonly string[] | undefined;
  readonly detail: EventDetail;
}
