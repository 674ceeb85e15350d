/** The ports for what goes beyond one customer's mail: the bus, the goods, and everybody at once. */
import type { Temporal } from 'temporal-polyfill';
import type { IntakeMessage, MailEvent } from '../core/events/intake-message.ts';
import type { ProductFacts } from '../core/events/product-facts.ts';
import type { PublishedEvent } from '../core/events/published-event.ts';

type Instant = Temporal.Instant;

/** Puts the engine's own events on the store's bus, under source `tsunagu`. */
export interface Bus {
  /** Rejects where the bus did not take them all; putting them again is safe, readers know a repeat by its id. */
  publish(events: readonly PublishedEvent[]): Promise<void>;
}

/** What the store's events have told of its goods. */
export interface Products {
  loadMany(ids: readonly string[]): Promise<ReadonlyMap<string, ProductFacts>>;
  /** Newest `at` wins, field by field. Safe to repeat and in any order. */
  put(product: ProductFacts, at: Instant): Promise<void>;
}

/** All customers, page by page, for what concerns many: a sale, a schedule, a new date trigger. */
export interface Everybody {
  /** Ids of at most `limit` customers after `cursor` (none: from the beginning) of one of 16 shares, and where to go on. */
  page(
    share: number,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ readonly ids: readonly string[]; readonly next: string | undefined }>;
}

/** The intake queue as the engine fills it itself: one message is one customer's event or the next page of many. */
export interface Intake {
  put(messages: readonly (IntakeMessage | MailEvent)[]): Promise<void>;
}

/** Whose order it is, and whether it was placed to try the shop. */
export interface OrderOwner {
  readonly order: string;
  readonly customer: string;
  readonly isTest: boolean;
}

/** For a storefront whose parcels and refunds name the order alone. */
export interface OrderOwners {
  load(order: string): Promise<OrderOwner | undefined>;
  /** The last word stays. Safe to repeat. */
  put(owner: OrderOwner): Promise<void>;
  /** Forgets whose order it is, if it is this customer's. Safe to repeat. */
  forget(order: string, customer: string): Promise<void>;
}
