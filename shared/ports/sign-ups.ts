/** The port of the bounds of the sign-up form, which anybody may fill in. All it keeps is gone by itself. */
import type { Temporal } from 'temporal-polyfill';

type Instant = Temporal.Instant;

/** Two ways to write one mailbox, both as keyed hashes. */
interface AskedMailbox {
  /** Of its normal form. */
  readonly mailbox: string;
  /** Of the address as it was typed. */
  readonly address: string;
}

export interface SignUps {
  /**
   * Counts one more in the hour of `at`. False, and nothing is counted, where `atMost` were already: however many ask
   * at once.
   */
  count(at: Instant, atMost: number): Promise<boolean>;
  /** Keeps the mailbox for the address until then. False where it is kept, at `at`, for another one. */
  keepFor(asked: AskedMailbox, at: Instant, until: Instant): Promise<boolean>;
}
