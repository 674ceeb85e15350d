/** The port of what became of each message that was meant for a customer. */
import type { Temporal } from 'temporal-polyfill';
import type { FeedbackKind, RecordedTouchpoint, Touchpoint } from '../core/record/touchpoint.ts';

type Instant = Temporal.Instant;

export interface Touchpoints {
  load(customer: string, id: string): Promise<RecordedTouchpoint | undefined>;
  /** Reads many at once: `[customer, id]` pairs; missing ones are left out. */
  loadMany(keys: readonly (readonly [customer: string, id: string])[]): Promise<RecordedTouchpoint[]>;
  list(customer: string): Promise<RecordedTouchpoint[]>;
  /** Writes the outcome. `unknown` gives way to anything; any other state stays as it is. Safe to repeat. */
  settle(touchpoint: Touchpoint): Promise<'settled' | 'already'>;
  /** Notes the first instant of a kind of feedback on a touchpoint. Safe to repeat and in any order. */
  note(customer: string, id: string, kind: FeedbackKind, at: Instant): Promise<void>;
}
