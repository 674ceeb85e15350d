/** The ports of a person's rights: to see what is held of her, to have it gone, and to have it stay gone. */
import type { Temporal } from 'temporal-polyfill';
import type { MinimalEvidence } from '../core/record/minimal-evidence.ts';

type Instant = Temporal.Instant;

/** One thing kept beside a customer's record, as it is stored. */
export interface Holding {
  /** What it is and which one: `TOUCH#<id>`, `CTX#<enrolment>`, `CONSENT#<id>`, `WAS#<earlier id>`. */
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Everything under one customer's id but her record, whoever put it there. */
export interface Beside {
  list(customer: string): Promise<Holding[]>;
  /** By the keys that `list` gave. Safe to repeat. */
  remove(customer: string, keys: readonly string[]): Promise<void>;
  /** Remembers that another id became part of this customer; its record still holds what it held. Safe to repeat. */
  noteEarlierId(customer: string, earlier: string): Promise<void>;
  earlierIds(customer: string): Promise<string[]>;
}

/** What stays of somebody who was erased; a later `lifted` lets her id be used again. */
export interface Tombstone {
  readonly erased?: Instant | undefined;
  readonly lifted?: Instant | undefined;
}

/** By the keyed hash of an id, never the id: who was erased, and the proof of consent that the law asks for. */
export interface Gone {
  load(who: string): Promise<Tombstone | undefined>;
  /** The newest stays. Safe to repeat and in any order, as is `lift`. */
  bury(who: string, at: Instant): Promise<void>;
  lift(who: string, at: Instant): Promise<void>;
  /** Each until its own moment. Safe to repeat. */
  keepEvidence(who: string, evidence: readonly MinimalEvidence[]): Promise<void>;
  evidence(who: string): Promise<MinimalEvidence[]>;
}

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
