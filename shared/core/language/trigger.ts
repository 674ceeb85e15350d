/** What begins a journey, and whom it lets in. */
import type { EventName } from '../events/event-catalogue.ts';
import type { Duration } from '../values/duration.ts';
import type { CustomerDatePath } from './date-path.ts';
import type { Filter } from './filter.ts';
import type { SegmentName } from './register.ts';

/**
 * `ever`: once in her life. `order`, `cart`: each lets her in once. `{ key }`: once for each value at the path of the
 * event, such as `subscription.id`. `{ every }`: not again before that span is over.
 */
export type OncePer = 'ever' | 'order' | 'cart' | { readonly key: string } | { readonly every: Duration };

interface Admission {
  readonly filter?: Filter;
  readonly oncePer: OncePer;
  /** What a new trigger does while an enrolment in this scenario is open; whom `oncePer` keeps out it neither restarts nor lets in. */
  readonly whileRunning: 'ignore' | 'restart' | 'parallel';
  /** With `parallel`: no more enrolments at once than this. */
  readonly atMost?: number;
  /** An older event does not let in; the setting (72 h) unless given. */
  readonly freshness?: Duration;
}

/** An event of the storefront, or one that a scenario emitted. */
export interface EventTrigger extends Admission {
  readonly on: EventName;
}
/** The moment she comes to belong to a segment, or leaves it, by whatever fact or by time alone. */
export interface SegmentTrigger extends Admission {
  readonly segment: SegmentName;
  readonly when: 'entered' | 'left';
}
/** A date of hers, `day` days after it (before it where negative), at `at` on her wall clock. */
export interface DateTrigger extends Admission {
  readonly date: CustomerDatePath;
  readonly day: number;
  readonly at: string;
  /** Each year anew; 29 February is 28 February in years without one. */
  readonly yearly?: boolean;
  /** `month`: the first day of the date's month instead of the date, before `day` is counted. */
  readonly from?: 'month';
}
/** A fixed date ("2026-12-01") or a recurrence (RFC 5545 RRULE), for everybody in a segment, at `at` on her wall clock. */
export interface ScheduleTrigger extends Admission {
  readonly schedule: { readonly on: string } | { readonly rrule: string; readonly from: string };
  readonly at: string;
  readonly segment: SegmentName;
}
/** Only `EnrolCustomer` lets in: from the bus, or by the operator's command. */
export interface CommandTrigger extends Admission {
  readonly command: true;
}

export type Trigger = EventTrigger | SegmentTrigger | DateTrigger | ScheduleTrigger | CommandTrigger;

export function isEventTrigger(trigger: Trigger): trigger is EventTrigger {
  return 'on' in trigger;
}

/** What `npm run campaign` tells beside its command: the campaign's id and its times. */
export const isToldByCommand = (trigger: Trigger, path: string): boolean =>
  'command' in trigger && /^(?:event\.)?campaign\./.test(path);

/** True where only a campaign lets in: to whom each of its letters goes is counted as it is written. */
export const isOfCampaign = (trigger: Trigger): boolean =>
  typeof trigger.oncePer === 'object' &&
  'key' in trigger.oncePer &&
  isToldByCommand(trigger, trigger.oncePer.key);

/** The event that lets in, where it is an event that does. */
export function eventOfTrigger(trigger: Trigger): EventName | undefined {
  return isEventTrigger(trigger) ? trigger.on : undefined;
}

/** Whom a scenario is limited to, beyond its trigger's filter. */
export interface Limit {
  readonly segment?: SegmentName;
  /** Her category in the set `persona`. */
  readonly persona?: string;
  /** Of all customers, by hash: the same ones each time. */
  readonly percent?: number;
  /** Likewise, and the same ones in every scenario that asks so: whoever tries out new scenarios tries them all. */
  readonly pilot?: number;
  /** Civil days ("2026-12-01") of the store's zone, both included. */
  readonly from?: string;
  readonly until?: string;
}
