/** The port of the book in which each export and erasure is written down. */
import type { Temporal } from 'temporal-polyfill';

type Instant = Temporal.Instant;

/** That somebody saw or erased what is held of a person. */
export interface AuditEntry {
  /** When it was asked for: a repeat of the same asking is the same entry. */
  readonly at: Instant;
  readonly action: 'export' | 'erase' | 'lift';
  /** The keyed hash of her id. */
  readonly who: string;
  /** The operator's name, or `bus` for a command of the storefront. */
  readonly by: string;
}

export interface Audit {
  /** Safe to repeat. */
  note(entry: AuditEntry): Promise<void>;
  /** Oldest first. */
  list(): Promise<AuditEntry[]>;
}
