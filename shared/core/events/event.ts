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
  /** Of a browser or device that nobody had signed in on yet; whose it is, an event that names both tells. */
  readonly anonymousId?: string | undefined;
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
  readonly items?: readonly OrderItem[] | undefined;
  readonly expectedAt?: string | undefined;
  /** This parcel of so many: `number` "2", `of` "3". */
  readonly number?: number | undefined;
  readonly of?: number | undefined;
}

/** A product as an event tells of it. `price` in minor units; `stock` in pieces. */
export interface Product {
  readonly id: string;
  readonly name?: string | undefined;
  readonly category?: string | undefined;
  readonly url?: string | undefined;
  readonly imageUrl?: string | undefined;
  readonly price?: number | undefined;
  /** Of a price that changed: what it was before. */
  readonly previousPrice?: number | undefined;
  readonly currency?: string | undefined;
  readonly stock?: number | undefined;
  readonly supplyDays?: number | undefined;
  readonly replacedBy?: string | undefined;
}

/** The other things events are about, each with what tells it from others. Times are RFC 3339 with an offset. */
export interface EventParts {
  readonly product?: Product | undefined;
  readonly sale?: {
    readonly id: string;
    readonly name?: string;
    readonly startsAt?: string;
    readonly endsAt?: string;
    readonly url?: string;
    readonly segments?: readonly string[];
  };
  readonly sample?: { readonly id: string; readonly productId?: string; readonly name?: string };
  readonly subscription?: {
    readonly id: string;
    readonly productId?: string;
    readonly intervalDays?: number;
    readonly renewsAt?: string;
    readonly nth?: number;
  };
  readonly survey?: { readonly id: string; readonly answers?: Readonly<Record<string, unknown>> };
  readonly review?: {
    readonly productId: string;
    readonly rating?: number;
    readonly title?: string;
    readonly text?: string;
    readonly mayQuote?: boolean;
  };
  readonly coupon?: { readonly code: string };
  readonly referral?: { readonly friendId: string; readonly code?: string };
  readonly booking?: {
    readonly id: string;
    readonly name?: string;
    readonly startsAt?: string;
    readonly place?: string;
    readonly url?: string;
    readonly attended?: boolean;
  };
  readonly help?: { readonly id: string; readonly topic?: string };
  readonly points?: { readonly balance?: number; readonly expiring?: number; readonly expiresAt?: string };
  readonly rank?: { readonly name: string; readonly until?: string };
  readonly payment?: { readonly deadline?: string; readonly method?: string };
  readonly merge?: { readonly from: string; readonly to: string };
  /** Of a `CustomerUpdated`: how often she wants to hear from the store. Each word replaces the one before as a whole. */
  readonly wishes?: { readonly frequency?: string; readonly pausedUntil?: string };
  /** Of a `MailClicked`: which message's link she pressed. */
  readonly click?: { readonly touchpoint: string; readonly scenario?: string; readonly step?: string };
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
  /** A grant that counts only once she has confirmed it by mail, whatever the setting says. */
  readonly mustConfirm?: boolean | undefined;
  /** With `mustConfirm`: also where an earlier grant stands, because her address has said no since. */
  readonly confirmAnew?: boolean | undefined;
}

/** What any event's `detail` may hold, as the wire shape fixes it; unknown extra fields are kept. */
export interface StoreDetail extends EventParts {
  readonly eventId: string;
  readonly order?: Order | undefined;
  readonly cart?: Cart | undefined;
  readonly shipment?: Shipment | undefined;
  readonly consent?: ConsentChange | undefined;
  readonly [extra: string]: unknown;
}

/** The `detail` of an event about a customer. */
export interface EventDetail extends StoreDetail {
  readonly customer: CustomerOnTheWire;
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
