import type { LetterKind } from '../language/message-standing.ts';
import type { Kind } from '../language/scenario.ts';
import type { Channel } from '../language/steps.ts';
import type { ContentType } from '../values/content-type.ts';
import type { Duration } from '../values/duration.ts';
import type { Topic } from '../values/topic.ts';
import type { SoftBounceRule } from './suppression.ts';

/** At most `max` marketing messages in `days` civil days of the customer's zone, today included. */
export interface Cap {
  readonly max: number;
  readonly days: number;
  /** Counts and holds only messages of this topic, or of this content. */
  readonly topic?: Topic | undefined;
  readonly content?: ContentType | undefined;
  /** Counts and holds only letters that take so much of attention; such a cap may look 60 days back. */
  readonly letters?: LetterKind | undefined;
  /** Neither counts nor holds messages of these topics. */
  readonly exceptTopics?: readonly Topic[] | undefined;
}

/** Hours of her wall clock, "hh:mm"; may span midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** How often the store begins an offer with one customer. */
export interface OfferRule {
  readonly daysBetween: number;
  readonly aYear: number;
  /** None so many days after an order. */
  readonly afterOrder_days: number;
}

/** What a store may set about decisions. Every value has a default in `shared/settings/settings.ts`. */
export interface EngineSettings {
  readonly store: string;
  /** ISO 3166 country, upper case: picks the transit days and the currency where an order tells neither. */
  readonly market: string;
  /** IANA zone for customers whose own is unknown. */
  readonly timeZone: string;
  /** Civil days from shipping to arrival, by the country it goes to, else by the market; `other` for the rest. */
  readonly transitDays: Readonly<Record<string, number>>;
  /** An event older than this lets nobody in. */
  readonly freshness: Duration;
  /** How long after its due a message may still go. */
  readonly expiry: Readonly<Record<Kind, Duration>>;
  /** Marketing waits at an hour of the day are spread over this many minutes, by hash. */
  readonly jitter_minutes: number;
  /** No marketing mail between these hours ("hh:mm") of her wall clock; may span midnight. */
  readonly quietHours: QuietHours | null;
  /** Of channels that ring: theirs instead. */
  readonly quietHoursOf?: Partial<Readonly<Record<Exclude<Channel, 'email'>, QuietHours | null>>> | undefined;
  /** How long the contact policy may hold a marketing message that no moment binds, unless it says so itself; its expiry where absent. */
  readonly patience?: Duration | undefined;
  /** Offers that the store begins; where absent nobody counts them. */
  readonly offers?: OfferRule | undefined;
  readonly caps: readonly Cap[];
  /** The hour a capped message is tried again on another day. */
  readonly defaultHour: string;
  /** After a message was held, the next marketing message goes no sooner than this. */
  readonly hoursApart: number;
  /** Of 100 customers so many, by hash, get no marketing message at all. 0: none. */
  readonly controlGroup_percent: number;
  /** How many enter a scenario in a year, by its id, where the store has counted them: what `holdout: 'auto'` asks. */
  readonly entrantsAYear?: Readonly<Record<string, number>> | undefined;
  /** The segments whose changes are put on the bus. */
  readonly segmentsTold: readonly string[];
  /** When an address to which mail keeps coming back gets no marketing for a while. */
  readonly softBounces: SoftBounceRule;
  /** How long the archive of the bus keeps events: for so long one may come again. */
  readonly archiveDays: number;
  /** Her lead score halves in so many days. */
  readonly scoreHalfLife_days: number;
  /** Where a grant is `pending` until she confirms it: nowhere unless given. ISO 3166 countries, upper case. */
  readonly doubleOptIn?: 'none' | 'all' | readonly string[] | undefined;
  /** Whether series, broadcasts and offers go to a mailbox once, unless told otherwise, or for each customer whose it is. */
  readonly mailboxReader?: 'one' | 'everybody' | undefined;
}
