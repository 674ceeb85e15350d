/** The turns of one worker for mail that asks to confirm: a bucket of one token, full at first, that nobody waits for. */
import type { Clock } from '../ports/clock.ts';

/** Nobody is sent away for longer: of very many some come back too early, each at another time. */
const longest_ms = 600_000;

/**
 * Takes a turn: 0. Where there is none, the seconds until one of the next: another for each who asks, so that they do not
 * come back together. A clock that goes back costs at most one turn's time.
 *
 * @param every_ms from one turn to the next
 */
export function confirmTurns(clock: Clock, every_ms: number): () => number {
  let next_ms = Number.NEGATIVE_INFINITY;
  let told_ms = Number.NEGATIVE_INFINITY;
  return () => {
    const now_ms = clock.now().epochMilliseconds;
    next_ms = Math.min(next_ms, now_ms + every_ms);
    if (next_ms <= now_ms) {
      next_ms = now_ms + every_ms;
      return 0;
    }
    const after_ms = Math.max(told_ms + every_ms, next_ms);
    told_ms = after_ms - now_ms > longest_ms ? next_ms : after_ms;
    return Math.ceil((told_ms - now_ms) / 1000);
  };
}
