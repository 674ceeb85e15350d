/** The port of order mail whose outcome nobody told, found by its time without a look at anybody else. */
import type { Temporal } from 'temporal-polyfill';

export interface UnknownOrderMail {
  readonly customer: string;
  readonly touchpoint: string;
  /** When it was claimed. */
  readonly at: Temporal.Instant;
}

/** It may be told of a mail that is known by now: whoever is handed one asks its touchpoint. Kept as long as a record remembers a claim. */
export interface Unknowns {
  /** Safe to repeat. */
  note(mail: UnknownOrderMail): Promise<void>;
  /** The oldest that were claimed at or before the moment. */
  until(moment: Temporal.Instant, most: number): Promise<UnknownOrderMail[]>;
  /** Takes it away. False where somebody else has. */
  take(mail: UnknownOrderMail): Promise<boolean>;
}
