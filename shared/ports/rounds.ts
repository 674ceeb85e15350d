/** The port of the rounds by which everybody is found whose timer never came: a scan, page by page. */
import type { Temporal } from 'temporal-polyfill';

type Instant = Temporal.Instant;

/** One round at a time: a newer one takes over where an older stands, and the older ends at its next page. */
export interface Rounds {
  /**
   * Begins a round, unless one began after `lastBefore` or another was quicker; then undefined. It goes on from where
   * the last one stood.
   */
  begin(now: Instant, lastBefore: Instant): Promise<{ readonly cursor: string | undefined } | undefined>;
  /** A page of all records after `cursor`: who should have been woken by `before`, and where to go on. */
  asleep(
    cursor: string | undefined,
    before: Instant,
  ): Promise<{ readonly ids: readonly string[]; readonly next: string | undefined }>;
  /** Has the scan find the customer from `to` on, if it would still find the customer at `before`. */
  putOff(customer: string, before: Instant, to: Instant): Promise<boolean>;
  /** Notes how far the round has come (undefined: through). False: another has begun, or it had left `from` already. */
  reached(round: Instant, from: string | undefined, to: string | undefined): Promise<boolean>;
}
