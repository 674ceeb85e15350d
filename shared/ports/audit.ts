/** The port of the book in which each export, erasure and pause is written down. */
import type { Temporal } from 'temporal-polyfill';

type Instant = Temporal.Instant;

/** That somebody saw or erased what is held of a person, or held mail back. */
export interface AuditEntry {
  /** When it was asked for: a repeat of the same asking is the same entry. */
  readonly at: Instant;
  readonly action: 'export' | 'erase' | 'lift' | 'pause' | 'resume';
  /** The keyed hash of her id; of a pause what it holds: `all`, `marketing` or a scenario's id. */
  readonly who: string;
  /** The operator's name, `bus` for a command of the storefront, or `the breaker`. */
  readonly by: string;
  readonly because?: string | undefined;
}

export interface Audit {
  /** Safe to repeat. */
  note(entry: AuditEntry): Promise<void>;
  /** Oldest first. */
  list(): Promise<AuditEntry[]>;
}
