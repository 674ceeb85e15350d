/** What of a record waits: for a moment, or for a place. */
import type { Temporal } from 'temporal-polyfill';
import { ownEnrolmentId } from '../values/ids.ts';
import type { Lane } from '../values/lane.ts';

type Instant = Temporal.Instant;

/** The one timer for what becomes true of her by time alone: segments, dates, schedules. */
export interface Look {
  /** Absent while nothing can become true without an event. */
  readonly due?: Instant | undefined;
  /** Counts armings: 0 before the first. */
  readonly arm: number;
  /** The moment of the last look: dates and schedules up to it have been asked. */
  readonly seen?: Instant | undefined;
  /** What armed it last: the hash of an event, or `look/<arm>`; a redelivery knows its own timer by it. */
  readonly by?: string | undefined;
}

/** By lane, the minute of the one schedule that stands for all that waits there. */
export interface ArmedAlarms extends Readonly<Partial<Record<Lane, Instant | undefined>>> {
  /** Minutes of schedules that an earlier one has passed by, and that will still ring: an erasure takes them away. */
  readonly passed?: readonly Instant[] | undefined;
  /** How often the lane's alarm was taken back for a later one. A name bears it, so that no late deletion meets an alarm of now. */
  readonly turns?: Readonly<Partial<Record<Lane, number>>> | undefined;
}

/** An entry that waits until the group of its scenario is free: at most one of each scenario, the newest. */
export interface WaitingEntry {
  readonly scenario: string;
  /** What `oncePer` counts, as of an enrolment. */
  readonly key: string;
  /** When it came true: fresh enough by then. The enrolment counts from the moment it is let in. */
  readonly at: Instant;
  readonly order?: string | undefined;
  readonly about?: string | undefined;
  /** The event fields that templates and filters name; absent when beside the record. */
  readonly event?: Readonly<Record<string, unknown>> | undefined;
  /** Its fields were too big for the record, and lie in a context item of the name of `besideNameOf`. */
  readonly beside?: true | undefined;
  /** Tells it from every other; the same when it is told again. */
  readonly word: string;
}

/** Of an entry too big for the record, which an item may outlive: no other entry ever has the name. */
export const besideNameOf = (
  { store, id: customer }: { readonly store: string; readonly id: string },
  { scenario, key, word }: Pick<WaitingEntry, 'scenario' | 'key' | 'word'>,
): string => ownEnrolmentId({ store, customer, scenario, key }, word);
