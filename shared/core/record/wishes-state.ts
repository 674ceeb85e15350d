/** How often a customer wants to hear from the store, as the record keeps it. */
import type { Temporal } from 'temporal-polyfill';

type Instant = Temporal.Instant;

export interface Wishes {
  /** `weekly`: at most one marketing message in 7 days. `all`: as often as the store's own caps allow. */
  readonly frequency: 'all' | 'weekly';
  /** No marketing before this moment. */
  readonly pausedUntil?: Instant | undefined;
  /** `occurredAt` of the event that told it. */
  readonly asOf: Instant;
}
