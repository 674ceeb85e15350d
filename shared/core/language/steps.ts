/** The steps of a scenario: plain data, told apart by `kind`. A step falls through to the next one. */
import type { ContentType } from '../values/content-type.ts';
import type { Duration } from '../values/duration.ts';
import type { Topic } from '../values/topic.ts';
import type { Weekday } from '../values/weekday.ts';
import type { DatePath } from './date-path.ts';
import type { EventRule } from './event-rule.ts';
import type { Filter } from './filter.ts';
import type { TemplateName } from './register.ts';
import type { DayName } from './rhythm/rhythm.ts';

/** `email` goes by the mail service; each other channel is a `MessageRequested` on the bus, for a consumer to send. */
export type Channel = 'email' | 'line' | 'push' | 'insert';

/** Day `day` at `at` ("hh:mm", the customer's wall clock), counted from the civil day of the anchor. */
interface CivilTarget {
  readonly day: number;
  readonly after: Anchor;
  readonly at: string;
  /** Whose day goes in the place of `day` where another rhythm than `classic` is in force and has one of the name. */
  readonly rhythm?: DayName;
  /** Not after this share of the days that the goods of the order last, where that is known. */
  readonly ofSupply?: number;
}

/** `arrived`: delivered, else shipped plus transit days, else ordered plus five days. */
export type Anchor = 'entry' | 'order' | 'arrived';

interface Named<Id extends string> {
  /** Written by hand and stable: people in flight are remembered by it. At most 64 of `a-z 0-9 -`. */
  readonly id: Id;
}

export interface WaitFor<Id extends string = string> extends Named<Id> {
  readonly kind: 'wait';
  readonly for: Duration;
}
export interface WaitUntil<Id extends string = string> extends Named<Id> {
  readonly kind: 'wait';
  readonly until: CivilTarget;
}
/** The next of these weekdays at `at` on her wall clock; today counts while the hour has not come. */
export interface WaitWeekday<Id extends string = string> extends Named<Id> {
  readonly kind: 'wait';
  readonly next: readonly Weekday[];
  readonly at: string;
}
/** A date of the entering event or of the customer, moved by whole days (then `at` that day) or by exact hours. */
export interface WaitDate<Id extends string = string> extends Named<Id> {
  readonly kind: 'wait';
  readonly date: DatePath;
  /** Counted before the date where negative. */
  readonly offset?: { readonly days?: number; readonly hours?: number; readonly minutes?: number };
  readonly at?: string;
  /** Where she goes on when the moment has passed before she came here, or the date is unknown; the next step unless given. */
  readonly past?: NoInfer<Id>;
}
/** Until an event comes, or the time is over; each way on has its own step. */
export interface WaitEvent<Id extends string = string> extends Named<Id> {
  readonly kind: 'wait';
  readonly event: EventRule;
  readonly atMost: Duration;
  readonly then: NoInfer<Id>;
  readonly else: NoInfer<Id>;
}
export type Wait<Id extends string = string> =
  | WaitFor<Id>
  | WaitUntil<Id>
  | WaitWeekday<Id>
  | WaitDate<Id>
  | WaitEvent<Id>;

/**
 * For one customer, and true: the code is derived from customer, enrolment and campaign, so that every message shows
 * the same one, and it ends with the civil day `untilDay` days after the entry. No message shows it after its end.
 */
export interface CouponOffer {
  readonly campaign: string;
  /** Percent off, or an amount in minor units of the store's currency. */
  readonly off: { readonly percent: number } | { readonly amount: number };
  readonly untilDay: number;
  /** Given for a day of the customer's own or to everybody, as on a birthday or in a sale: outside the year's number of offers. */
  readonly apart?: true;
}

interface Message<Id extends string> extends Named<Id> {
  readonly template: TemplateName;
  /** `email` unless given. */
  readonly channel?: Channel;
  /** What the message is in the mix of brand, product and offer; each marketing message says it. */
  readonly content?: ContentType;
  /** The scenario's topic unless given. */
  readonly topic?: Topic;
  /** How long after its due the message may still go; the scenario kind's setting unless given. */
  readonly expiry?: Duration;
  /** Not from this date on, whatever its expiry: the end of a sale. */
  readonly before?: DatePath;
  readonly coupon?: CouponOffer;
  /** The survey whose first question the message asks. */
  readonly survey?: string;
  /** Asked at the moment of sending; where it does not fit, the message is skipped and the walk goes on. */
  readonly when?: Filter;
  /** Which of two goes where there is one place: the first message of a scenario and an offer `must`, others `may`, unless given. */
  readonly place?: 'must' | 'may';
  /** It asks for an answer; only so many do. What `needs` one that asks is its reminder. */
  readonly asks?: true;
  /** Messages of the same scenario of which this one speaks: it goes only where one of them went. */
  readonly needs?: NoInfer<Id> | readonly NoInfer<Id>[];
  /** How long after its due the message may be held by the contact policy, where no moment binds it; the setting unless given. */
  readonly patience?: Duration;
  /** What the store has promised in public, such as the code for registering: no day and no number of story letters holds it up, and nobody is held out of it. It counts for others. */
  readonly promised?: true;
  /** It answers what the customer has just done: no day and no number of story letters holds it up. It counts for others. */
  readonly atOnce?: true;
  /** Not so soon after an offer: a question whether to go on writing. */
  readonly afterOffer?: Duration;
}
export interface Send<Id extends string = string> extends Message<Id> {
  readonly kind: 'send';
}
/**
 * Many messages of one numbered template on a rhythm: the nth goes `every` after the one before, at `at`. Ends after
 * `count`, or where the template has no further number; numbers added meanwhile are sent to whoever is still inside.
 */
export interface Series<Id extends string = string> extends Message<Id> {
  readonly kind: 'series';
  readonly every: { readonly days: number };
  readonly at: string;
  readonly count?: number;
}
export interface Branch<Id extends string = string> extends Named<Id> {
  readonly kind: 'branch';
  readonly when: readonly { readonly if: Filter; readonly then: NoInfer<Id> }[];
  readonly else: NoInfer<Id>;
}
/** Sticky by hash of customer, scenario and step. The weights need not add up to anything. */
export interface Split<Id extends string = string> extends Named<Id> {
  readonly kind: 'split';
  readonly ways: readonly { readonly variant: string; readonly weight: number; readonly then: NoInfer<Id> }[];
}
/** Writes what the journey has learnt into her record. */
export interface SetFact<Id extends string = string> extends Named<Id> {
  readonly kind: 'set';
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly addLabels?: readonly string[];
  readonly removeLabels?: readonly string[];
  /** Moves her to a category of a set, dated. */
  readonly category?: { readonly set: string; readonly is: string };
  /** Added to her lead score. */
  readonly score?: number;
}
/** An event to the bus: for staff, ads, a LINE bot or the store's own code. */
export interface Emit<Id extends string = string> extends Named<Id> {
  readonly kind: 'emit';
  /** `HumanTask` and `AudienceChanged` have published schemas; other names are the store's own. */
  readonly event: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
  /** For a `HumanTask`: by when, counted from this step. */
  readonly due?: Duration;
}
/** Back to an earlier step, at most so many times; then on to the next. The way between holds a wait. */
export interface Repeat<Id extends string = string> extends Named<Id> {
  readonly kind: 'repeat';
  readonly from: NoInfer<Id>;
  readonly atMost: number;
}
/** Forward to a step, or back through a wait. */
export interface Goto<Id extends string = string> extends Named<Id> {
  readonly kind: 'goto';
  readonly to: NoInfer<Id>;
}
export interface Exit<Id extends string = string> extends Named<Id> {
  readonly kind: 'exit';
  readonly outcome?: string;
}

export type Step<Id extends string = string> =
  | Wait<Id>
  | Send<Id>
  | Series<Id>
  | Branch<Id>
  | Split<Id>
  | SetFact<Id>
  | Emit<Id>
  | Repeat<Id>
  | Goto<Id>
  | Exit<Id>;

/** A step that says something to her. */
export type MessageStep<Id extends string = string> = Send<Id> | Series<Id>;

export function isMessage(step: Step | undefined): step is MessageStep {
  return step?.kind === 'send' || step?.kind === 'series';
}
