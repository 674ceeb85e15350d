/**
 * Proofs of consent are kept while consent stands, since mail may go at any time, and 3 years beyond its end. No mail
 * goes after the end, so this is at least 3 years after the last one, and costs nothing for each mail.
 */
import type { Temporal } from 'temporal-polyfill';
import { isBefore, latest } from '../../core/values/civil-time.ts';
import type { ConsentEvidence } from '../../ports/evidence.ts';
import type { World } from '../../ports/world.ts';

/**
 * 特定商取引法施行規則: 3 years from the day of the last advertisement by mail. A month more, for a mail that was on its
 * way when she withdrew.
 */
const keptFor = { hours: 24 * (3 * 366 + 30) };

/** When the proof of a withdrawal, and of all that it ended, is deleted. */
export function evidenceEnds(withdrawnAt: Temporal.Instant): Temporal.Instant {
  return withdrawnAt.add(keptFor);
}

/**
 * Keeps the proof of a withdrawal that leaves nothing granted, and lets the time run for all proofs up to it. Safe to
 * repeat: a proof that ends already keeps its end.
 *
 * @param now a withdrawal that came late ends what still stood until now
 */
export async function keepLastEvidence(
  { evidence }: Pick<World, 'evidence'>,
  withdrawal: ConsentEvidence,
  now: Temporal.Instant,
): Promise<void> {
  const expiresAt = evidenceEnds(latest(withdrawal.at, now));
  for (const proof of await evidence.list(withdrawal.customer)) {
    const isOver = proof.id !== withdrawal.id && !isBefore(withdrawal.at, proof.at);
    if (isOver && !proof.expiresAt) await evidence.put({ ...proof, expiresAt });
  }
  await evidence.put({ ...withdrawal, expiresAt });
}
