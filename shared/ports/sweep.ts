/** The port by which the sweep finds whose transactional timer never came. */
import type { Temporal } from 'temporal-polyfill';

type Instant = Temporal.Instant;

export const sweepShards = 16;

interface Overdue {
  readonly customer: string;
  readonly sweepAt: Instant;
}

/** The sparse index of customers who wait for a transactional timer, in 16 shards. */
export interface Sweep {
  overdue(shard: number, before: Instant, limit: number): Promise<Overdue[]>;
  /** Moves the moment on, if nobody moved it meanwhile. */
  push(overdue: Overdue, to: Instant): Promise<boolean>;
}
