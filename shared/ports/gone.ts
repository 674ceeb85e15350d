/** The port by which an erased customer stays erased. */
import type { Temporal } from 'temporal-polyfill';
import type { MinimalEvidence } from '../core/record/minimal-evidence.ts';

type Instant = Temporal.Instant;

/** What stays of somebody who was erased; a later `lifted` lets her id be used again. */
export interface Tombstone {
  readonly erased?: Instant | undefined;
  readonly lifted?: Instant | undefined;
  /** Keyed hashes of events that the record had heard though they happened after the erasure was asked for. */
  readonly heard?: readonly string[] | undefined;
}

/** By the keyed hash of an id, never the id: who was erased, and the proof of consent that the law asks for. */
export interface Gone {
  load(who: string): Promise<Tombstone | undefined>;
  /** The newest stays. Safe to repeat and in any order, as is `lift`. */
  bury(who: string, at: Instant): Promise<void>;
  lift(who: string, at: Instant): Promise<void>;
  /** Adds to what stays as `heard`. Safe to repeat. */
  keepHeard(who: string, heard: readonly string[]): Promise<void>;
  /** Each until its own moment. Safe to repeat. */
  keepEvidence(who: string, evidence: readonly MinimalEvidence[]): Promise<void>;
  evidence(who: string): Promise<MinimalEvidence[]>;
}
