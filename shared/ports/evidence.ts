/** The port of the proofs of consent. */
import type { Temporal } from 'temporal-polyfill';

type Instant = Temporal.Instant;

/** Proof of a change of consent, kept beside the record. */
export interface ConsentEvidence {
  readonly customer: string;
  /** Derived, so that a repeat writes the same item. */
  readonly id: string;
  readonly at: Instant;
  readonly granted: boolean;
  readonly topics: readonly string[];
  readonly source: string;
  readonly wording?: string | undefined;
  /** Of a denial that was taken for more than its words name: the words as they were said. */
  readonly said?: string | undefined;
  /** Of a grant that counts only once she has confirmed it. */
  readonly pending?: true | undefined;
  /** When it is deleted: set once nothing is granted any more (`end-evidence.ts`). */
  readonly expiresAt?: Instant | undefined;
}

export interface Evidence {
  /** Writes it anew where one of its id is there. Safe to repeat. */
  put(evidence: ConsentEvidence): Promise<void>;
  list(customer: string): Promise<ConsentEvidence[]>;
}
