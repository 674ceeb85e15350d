/** The port of how mail was received. */
import type { Temporal } from 'temporal-polyfill';
import type { CountsByKind } from '../core/record/breaker.ts';

type Instant = Temporal.Instant;

/** How each kind of mail was received, counted by the hour in which it was sent; kept for a week. */
export interface SenderReputation {
  /** Adds to one hour. An estimate: a repeat counts again. `spreadBy` is any id; it spreads the writes. */
  add(hour: Instant, counts: Partial<CountsByKind>, spreadBy: string): Promise<void>;
  /** The sum of the hour of `from` and all later ones. */
  since(from: Instant): Promise<CountsByKind>;
}
