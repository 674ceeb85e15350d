/**
 * How a moment is stored: epoch seconds as a number, with decimals down to the millisecond (6 to 8 bytes in DynamoDB
 * against 21 to 25 of ISO text); the rare finer moment as ISO text, so that nothing is rounded.
 */
import { Temporal } from 'temporal-polyfill';

const keptAtMost = 32_768;
const kept = new Map<number, Temporal.Instant>();

/** Epoch seconds, or ISO text for a moment that is not a whole millisecond. */
export function storedInstant(instant: Temporal.Instant): number | string {
  return instant.epochNanoseconds % 1_000_000n === 0n
    ? instant.epochMilliseconds / 1000
    : instant.toString({ smallestUnit: 'nanosecond' });
}

/** The reverse of {@link storedInstant}. Moments read before are kept: making one costs more than all else in a load. */
export function readInstant(stored: number | string): Temporal.Instant {
  if (typeof stored === 'string') return Temporal.Instant.from(stored);
  const known = kept.get(stored);
  if (known !== undefined) return known;
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.round(stored * 1000));
  if (kept.size >= keptAtMost) kept.clear();
  kept.set(stored, instant);
  return instant;
}
