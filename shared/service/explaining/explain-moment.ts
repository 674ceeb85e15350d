/** Moments as an operator reads them: on the customer's own wall clock. */
import type { Temporal } from 'temporal-polyfill';

/** "2026-03-14 10:05" in the zone. */
export function wallTime(at: Temporal.Instant, zone: string): string {
  const wall = at.toZonedDateTimeISO(zone).toPlainDateTime();
  return wall.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}
