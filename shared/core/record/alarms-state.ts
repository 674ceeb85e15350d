import type { Temporal } from 'temporal-polyfill';
import type { Lane } from './lane.ts';

type Instant = Temporal.Instant;

/** By lane, the minute of the one schedule that stands for all that waits there. */
export interface ArmedAlarms extends Readonly<Partial<Record<Lane, Instant | undefined>>> {
  /** Minutes of schedules that an earlier one has passed by, and that will still ring: an erasure takes them away. */
  readonly passed?: readonly Instant[] | undefined;
}
