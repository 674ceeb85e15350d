import type { Temporal } from 'temporal-polyfill';
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
