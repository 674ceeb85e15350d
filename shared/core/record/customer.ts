/** The customer record: everything a decision needs, in one item, bounded by construction (`tidy-record.ts`). */
import type { Temporal } from 'temporal-polyfill';
import type { Because } from '../values/because.ts';
import type { About, ConsentChannel } from '../values/consent-words.ts';
import type { Lane } from '../values/lane.ts';
import type { Side } from '../values/side.ts';
import { type CustomerFacts, type LineProfile, noFacts } from './customer-facts.ts';
import type { GivenOffer } from './letters/given-offer.ts';
import type { OldLetter } from './letters/old-letter.ts';
import type { LedgerOrder } from './orders/ledger-entry.ts';
import type { MonthOfOrders } from './orders/month-of-orders.ts';
import type { PendingEvent } from './pending-event.ts';
import type { RecentSend } from './recent-send.ts';
import type { RefusedEntry } from './refused-entry.ts';
import type { ArmedAlarms, Look, WaitingEntry } from './waiting-state.ts';
import type { Wishes } from './wishes-state.ts';

type Instant = Temporal.Instant;

export interface Profile {
  readonly email?: string | undefined;
  /** True for an address that no mail service takes (RFC 5321), kept because it is hers all the same. */
  readonly undeliverable?: boolean | undefined;
  /** True for an address that an order, a cart or a form put in the place of another, and that no word on the account has told. */
  readonly typed?: boolean | undefined;
  readonly name?: string | undefined;
  readonly familyName?: string | undefined;
  readonly givenName?: string | undefined;
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly birthday?: string | undefined;
  /** When a birthday was told that differed from the one known before. */
  readonly birthdayChangedAt?: Instant | undefined;
  readonly source?: string | undefined;
  readonly firstSource?: { readonly is: string; readonly at: Instant } | undefined;
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
  readonly line?: LineProfile | undefined;
  /** `occurredAt` of the last event that wrote the profile: the last writer wins. */
  readonly asOf?: Instant | undefined;
}

export interface ConsentState {
  /** `pending`: granted in words, and not confirmed by the mail that asks whether it was she (double opt-in). */
  readonly is: 'granted' | 'denied' | 'pending';
  readonly at: Instant;
  /** How we know: `accepts-marketing`, `one-click`, `import`, or the storefront's own word. */
  readonly source: string;
  /** Which wording she was shown: its id, or the digest of a long text. */
  readonly wording?: string | undefined;
  /** The proof beside the record; a withdrawal by link is found by its source and time instead. */
  readonly evidence?: string | undefined;
  /** Of a grant that was repeated after she had confirmed: when that was. */
  readonly confirmedAt?: Instant | undefined;
}

export type ConsentKey = About | `${Exclude<ConsentChannel, 'email'>}:${About}`;

/**
 * Consent by topic: of mail under the topic's name, of another channel under `line:offers`. `all` stands for every
 * default topic that has no state of its own.
 */
export type Consent = Readonly<Partial<Record<ConsentKey, ConsentState>>>;

export interface Lifecycle {
  /** Orders that are purchases by all that was told of them (`orders/order-state.ts`). */
  readonly orders: number;
  readonly firstOrderAt?: Instant | undefined;
  readonly lastOrderAt?: Instant | undefined;
  readonly standing?: 'told' | 'of-order' | undefined;
}

/** Civil days that waits after an anchor come later. */
export interface Moved {
  readonly days: number;
  /** The arrival as it was told then, "2026-12-24": one that is told later takes its own share of the days away. */
  readonly arrived?: string | undefined;
}

/** One customer's way through one version of one scenario. Its `{ step, due, arm }` is its timer. */
export interface Enrolment {
  readonly id: string;
  readonly scenario: string;
  readonly version: number;
  /** Where its messages go: its scenario's kind, so that nobody need ask the book who of all is next. */
  readonly lane: Lane;
  /** Of marketing: told as it began. None on one of before sides were kept. */
  readonly side?: Side | undefined;
  /** The `oncePer` key it was let in under: an order id, `ever`, or the entry's time. */
  readonly key: string;
  /** `occurredAt` of the event that let her in. */
  readonly enteredAt: Instant;
  readonly order?: string | undefined;
  /** What else the enrolment is about, such as `cart:42` or `booking:7`, by the event that let her in. */
  readonly about?: string | undefined;
  /** The event fields that templates and filters name, nested as on the wire; absent when in the context item. */
  readonly event?: Readonly<Record<string, unknown>> | undefined;
  /** Where the entry's fields lie that were too big for the record: `order`, in the item of its order; else in the context item. */
  readonly context?: boolean | 'order' | undefined;
  readonly step: string;
  /** When the walk came to `step`. A duration counts from here; a message's expiry counts from its first due. */
  readonly since: Instant;
  readonly due: Instant;
  readonly arm: number;
  /** How often the walk has gone back to an earlier step; tells a second visit's message from the first's. */
  readonly lap?: number | undefined;
  /** By step: messages of a series that went, rounds of a repeat. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
  /** Variants taken, by split. */
  readonly variants?: Readonly<Record<string, string>> | undefined;
  /** Why the message of `step` is waiting beyond its due. */
  readonly held?: Because | undefined;
  /** What it waits behind, as `scenario/step`, where that is another message. */
  readonly heldBy?: string | undefined;
  /** How often the contact policy has held the message of `step`. */
  readonly holds?: number | undefined;
  /** What messages that were held have moved the story by. */
  readonly moved?: Moved | undefined;
  /** Nothing that may still come of it has an effect as the record stands: no timer waits for it. */
  readonly asleep?: true | undefined;
  /** All that its next timers would do is to begin another wait: none is armed before `until`, when `over` of them are passed. */
  readonly doze?: { readonly until: Instant; readonly over: number } | undefined;
  /** Hash of the event that armed it last, so that a redelivery knows its own timer. */
  readonly by?: string | undefined;
  readonly ended?: { readonly at: Instant; readonly because: Because } | undefined;
}

/** What stays of an ended enrolment: enough for `oncePer` and a goal that is met after the last step. */
export interface EndedEnrolment {
  readonly id: string;
  readonly scenario: string;
  readonly version: number;
  readonly key: string;
  readonly enteredAt: Instant;
  readonly order?: string | undefined;
  readonly about?: string | undefined;
  readonly at: Instant;
  readonly because: Because;
}

export interface Customer extends CustomerFacts {
  readonly store: string;
  readonly id: string;
  /** Counts saves; every save is conditional on it. 0: never saved. */
  readonly version: number;
  readonly profile: Profile;
  readonly consent: Consent;
  /** How often the customer wants to hear from the store; unless they said so, as often as the contact policy allows. */
  readonly wishes?: Wishes | undefined;
  readonly lifecycle: Lifecycle;
  readonly orders: readonly LedgerOrder[];
  /** Order events about an unknown order that occurred at or before this are too old to tell. */
  readonly horizon?: Instant | undefined;
  /** Purchases that have left the ledger within the last year. */
  readonly months?: readonly MonthOfOrders[] | undefined;
  /** Hashes of the last events that nothing else in the record knows, with marks of days between (`seen-ring.ts`). */
  readonly seen: readonly string[];
  readonly enrolments: readonly Enrolment[];
  readonly ended: readonly EndedEnrolment[];
  /** Runs are forgotten whose messages may still lie in the table, and whose keys may come again (`run-names.ts`). */
  readonly forgot?: true | undefined;
  /** The last refusal of each scenario, as far as a save came by (`refused-entries.ts`). */
  readonly refused?: readonly RefusedEntry[] | undefined;
  /** Entries that wait for their group to be free, one at most of each scenario. */
  readonly waiting?: readonly WaitingEntry[] | undefined;
  readonly sends: readonly RecentSend[];
  /** Letters that have left `sends`, of the last 60 days. */
  readonly letters?: readonly OldLetter[] | undefined;
  /** Offers that have left `sends`, of the last year. */
  readonly offers?: readonly GivenOffer[] | undefined;
  readonly pending: readonly PendingEvent[];
  readonly look?: Look | undefined;
  readonly alarms?: ArmedAlarms | undefined;
  /** Fields of the stored record that this code does not know, kept as they are. */
  readonly unknown?: Readonly<Record<string, unknown>> | undefined;
}

/** A customer nobody has heard of yet. */
export function newCustomer(store: string, id: string): Customer {
  return {
    store,
    id,
    version: 0,
    profile: {},
    consent: {},
    lifecycle: { orders: 0 },
    orders: [],
    seen: [],
    enrolments: [],
    ended: [],
    sends: [],
    pending: [],
    ...noFacts,
  };
}
