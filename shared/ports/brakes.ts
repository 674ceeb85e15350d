/** The ports of what stops mail: the brakes, and how marketing mail was received. */
import type { Temporal } from 'temporal-polyfill';
import type { Brakes } from '../core/record/brakes.ts';
import type { Standing } from '../core/record/breaker.ts';

type Instant = Temporal.Instant;

export interface Control {
  /** Read with a short cache. */
  read(): Promise<Brakes>;
  write(brakes: Brakes): Promise<void>;
  /** Reads, changes and writes so that two at once both have their way. Resolves to the brakes as they are now. */
  change(by: (brakes: Brakes) => Brakes): Promise<Brakes>;
  /** What everybody was last looked at for: the digest of segments, dates and schedules. */
  lookedFor(): Promise<string | undefined>;
  noteLookedFor(digest: string): Promise<void>;
}

/** How marketing mail was received, counted by the hour in which it was sent; kept for a week. */
export interface MarketingStanding {
  /** Adds to one hour. An estimate: a repeat counts again. `spreadBy` is any id; it spreads the writes. */
  add(hour: Instant, counts: Standing, spreadBy: string): Promise<void>;
  /** The sum of the hour of `from` and all later ones. */
  since(from: Instant): Promise<Standing>;
}
