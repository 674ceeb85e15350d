/** Whole minutes: as fine as a schedule fires. */
import { Temporal } from 'temporal-polyfill';

const minute_ms = 60_000;

/** The moment itself if it is a whole minute, else the next one. */
export function upToMinute(moment: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(moment.epochMilliseconds / minute_ms) * minute_ms);
}

/** Minutes since the epoch. */
export const minuteOf = (moment: Temporal.Instant): number =>
  Math.floor(moment.epochMilliseconds / minute_ms);

export const instantOfMinute = (minute: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(minute * minute_ms);
