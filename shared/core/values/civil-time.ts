/** The customer's wall clock: days, hours of the day and quiet hours, across daylight saving and month ends. */
import { Temporal } from 'temporal-polyfill';
import type { Duration } from './duration.ts';

type Instant = Temporal.Instant;

/** Adds civil days (the hour on the wall stays) and exact hours and minutes. */
export function addDuration(start: Instant, duration: Duration, timeZone: string): Instant {
  // Without days no wall is asked.
  return duration.days ? start.toZonedDateTimeISO(timeZone).add(duration).toInstant() : start.add(duration);
}

/** An hour on the wall, "hh:mm". */
export const hourOnWall = (at: string): Temporal.PlainTime =>
  new Temporal.PlainTime(Number(at.slice(0, 2)), Number(at.slice(3, 5)));

/**
 * The instant of `at` ("hh:mm") on the `days`-th civil day after the anchor's, in the zone. An hour that daylight
 * saving skips is taken as much later as the gap is long; of an hour that comes twice, the first.
 */
export function civilTarget(anchor: Instant, days: number, at: string, timeZone: string): Instant {
  return anchor
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days })
    .toZonedDateTime({ timeZone, plainTime: hourOnWall(at) })
    .toInstant();
}

/** The civil date of an instant in the zone. */
export function civilDate(instant: Instant, timeZone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate();
}

export function isBefore(a: Instant, b: Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

export function earliest(instants: readonly Instant[]): Instant | undefined {
  return instants.reduce<Instant | undefined>(
    (least, i) => (least && !isBefore(i, least) ? least : i),
    undefined,
  );
}

export function latest(a: Instant | undefined, b: Instant): Instant {
  return a && isBefore(b, a) ? a : b;
}
