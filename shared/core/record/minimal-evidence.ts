/** Of the proof of consent the part that outlives an erasure: what was said when, without a word about who said it. */
import type { Temporal } from 'temporal-polyfill';
import { digest } from '../values/ids.ts';

type Instant = Temporal.Instant;

/** Kept under the keyed hash of her id: whoever claims to be her, and names the id, can be answered. */
export interface MinimalEvidence {
  readonly id: string;
  readonly at: Instant;
  readonly granted: boolean;
  readonly topics: readonly string[];
  readonly source: string;
  readonly wording?: string | undefined;
  readonly pending?: true | undefined;
  /** When it is deleted in its turn. */
  readonly until: Instant;
}

/**
 * What stays of one proof. Fields are picked by name: what is added to proofs later does not outlive her by itself.
 *
 * @param who the keyed hash of her id
 */
export function minimalEvidence(
  { id, at, granted, topics, source, wording, pending }: Omit<MinimalEvidence, 'until'>,
  who: string,
  until: Instant,
): MinimalEvidence {
  return { id: digest(['evidence', who, id], 20), at, granted, topics, source, wording, pending, until };
}
