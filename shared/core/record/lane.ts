import type { Temporal } from 'temporal-polyfill';

/** The two lanes in which messages are sent; a lane never waits for the other. */
export const lanes = ['transactional', 'marketing'] as const;

export type Lane = (typeof lanes)[number];

/** By lane, the minute of the one schedule that stands for all that waits there. */
export interface ArmedAlarms extends Readonly<Partial<Record<Lane, Temporal.Instant | undefined>>> {
  /** Minutes of schedules that an earlier one has passed by, and that will still ring: an erasure takes them away. */
  readonly passed?: readonly Temporal.Instant[] | undefined;
}
