import type { Temporal } from 'temporal-polyfill';
import type { EventName } from './event-names.ts';

/** One line of an order. `unitPrice` and `cost` are integers of the currency's minor unit. */
export interface OrderItem {
  readonly productId: string;
  readonly name?: string | undefined;
  readonly category?: string | undefined;
  readonly quantity?: number | undefined;
  readonly unitPrice?: number | undefined;
  readonly cost?: number | undefined;
  readonly supplyDays?: number | undefined;
}

/** An order on the wire. Money is an integer of minor units with an ISO 4217 currency. */
export interface Order {
  readonly id: string;
  readonly currency?: string | undefined;
  readonly total?: number | undefined;
  readonly discount?: number | undefined;
  readonly coupon?: string | undefined;
  readonly orderedVia?: string | undefined;
  readonly gift?: boolean | undefined;
  readonly isTest?: boolean | undefined;
  readonly items?: readonly OrderItem[] | undefined;
}

/** What an event may tell of its customer. Every field but `id` is optional. */
export interface CustomerOnTheWire {
  readonly id: string;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly familyName?: string | undefined;
  readonly givenName?: string | undefined;
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly birthday?: string | undefined;
  readonly acceptsMarketing?: boolean | undefined;
  readonly source?: string | undefined;
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
}

export interface Shipment {
  readonly id?: string | undefined;
  readonly carrier?: string | undefined;
  readonly trackingNumber?: string | undefined;
  readonly url?: string | undefined;
}

/** What lies in a cart or checkout that is not an order yet; `url` leads back to it. */
export interface Cart {
  readonly id?: string | undefined;
  readonly currency?: string | undefined;
  readonly total?: number | undefined;
  readonly items?: readonly OrderItem[] | undefined;
  readonly url?: string | undefined;
}

/** An explicit change of consent; `topics` empty or missing means all default topics. */
export interface ConsentChange {
  readonly channel?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly granted: boolean;
  readonly source?: string | undefined;
  readonly wording?: string | undefined;
}

/** The `detail` of a storefront's event, as the wire shape fixes it; unknown extra fields are kept. */
export interface EventDetail {
  readonly eventId: string;
  readonly customer: CustomerOnTheWire;
  readonly order?: Order | undefined;
  readonly cart?: Cart | undefined;
  readonly shipment?: Shipment | undefined;
  readonly consent?: ConsentChange | undefined;
  readonly [extra: string]: unknown;
}

/** A fact from the storefront, checked at the boundary (`event-schema.ts`). */
export interface StoreEvent {
  readonly name: EventName;
  readonly occurredAt: Temporal.Instant;
  /** True when `occurredAt` lay in the future and was set back to the time of arrival. */
  readonly clamped: boolean;
  /**
   * Set on an event that comes again out of the archive. `facts`: it tells what is known and lets nobody in. `send`:
   * it may let in, like an event that comes for the first time.
   */
  readonly replay?: 'facts' | 'send' | undefined;
  readonly detail: EventDetail;
}
