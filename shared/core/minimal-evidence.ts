/** Of the proof of consent the part that outlives an erasure: what was said when, without a word about who said it. */
import type { Temporal } from 'temporal-polyfill';
import { addDuration, latest } from './civil-time.ts';
import { digest } from './ids.ts';

type Instant = Temporal.Instant;

/** Kept under the keyed hash of her id: whoever claims to be her, and names the id, can be answered. */
export interface MinimalEvidence {
  readonly id: string;
  readonly at: Instant;
  readonly granted: boolean;
  readonly topics: readonly string[];
  readonly source: string;
  readonly wording?: string | undefined;
  /** When it is deleted in its turn. */
  readonly until: Instant;
}

/** Japan's act on specified electronic mail asks for one month to one year; a claim may be brought for three. */
const keptFor = { years: 3 };

/**
 * What stays of one proof. Fields are picked by name: what a storefront adds to a proof later does not outlive her.
 *
 * @param who the keyed hash of her id
 * @param lastMarketing when the last marketing mail went to her: three years from then it is needed no more
 */
export function minimalEvidence(
  evidence: Omit<MinimalEvidence, 'until'>,
  who: string,
  lastMarketing: Instant | undefined,
): MinimalEvidence {
  const { id, at, granted, topics, source, wording } = evidence;
  const last = lastMarketing ? latest(at, lastMarketing) : at;
  return {
    id: digest(['evidence', who, id], 20),
    at,
    granted,
    topics,
    source,
    wording,
    until: addDuration(last, keptFor, 'UTC'),
  };
}
