/** When people do things: mostly at human hours, and sometimes exactly where calendars and clocks are at their worst. */
import { Temporal } from 'temporal-polyfill';
import type { Random } from './random.ts';

export const second_ms = 1000;
export const minute_ms = 60 * second_ms;
export const hour_ms = 60 * minute_ms;
export const day_ms = 24 * hour_ms;

/** The span a storefront is planned for, and the seconds in which many customers act at once. */
export interface Season {
  readonly start_ms: number;
  readonly end_ms: number;
  readonly crowded_ms: readonly number[];
  readonly leapDays_ms: readonly number[];
}

export function seasonOf(random: Random, startAt: Temporal.Instant, days: number): Season {
  const start_ms = startAt.epochMilliseconds;
  const end_ms = start_ms + days * day_ms;
  const crowded_ms = Array.from(
    { length: Math.max(1, Math.floor(days / 20)) },
    () => start_ms + random.int(0, Math.max(0, days - 1)) * day_ms + random.int(0, 86_399) * second_ms,
  );
  return { start_ms, end_ms, crowded_ms, leapDays_ms: leapDaysIn(start_ms, end_ms) };
}

/** Midnights in UTC of each 29 February of the span. */
function leapDaysIn(start_ms: number, end_ms: number): number[] {
  const found: number[] = [];
  for (let day = start_ms - (start_ms % day_ms); day < end_ms; day += day_ms) {
    if (utc(day).day === 29 && utc(day).month === 2) found.push(day);
  }
  return found;
}

const utc = (at_ms: number) => zoned(at_ms, 'UTC');
/** The day in UTC, as ISO 8601. */
export const dateOf = (at_ms: number) => utc(at_ms).toPlainDate().toString();
const zoned = (at_ms: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at_ms).toZonedDateTimeISO(zone);

/** Lunch, the way home and the evening more often than the night. */
const hours = [0, 3, 7, 8, 9, 10, 11, 12, 12, 12, 13, 15, 17, 18, 19, 19, 20, 20, 20, 21, 21, 21, 22, 22, 23];

/** A moment on about the day of `near_ms`, on the wall of `zone`. It may lie outside of the season. */
export function momentNear(random: Random, season: Season, near_ms: number, zone: string): number {
  const day = zoned(near_ms, zone);
  const style = random.fraction();
  if (style < 0.05) return day.startOfDay().epochMilliseconds;
  if (style < 0.08) return monthEnd(random, day);
  if (style < 0.11) return atClockChange(random, day);
  if (style < 0.13 && season.leapDays_ms.length > 0)
    return random.pick(season.leapDays_ms) + random.int(0, day_ms - 1);
  if (style < 0.17) return random.pick(season.crowded_ms) + random.int(0, 999);
  return day.with({
    hour: random.pick(hours),
    minute: random.int(0, 59),
    second: random.int(0, 59),
    millisecond: random.chance(0.5) ? 0 : random.int(0, 999),
  }).epochMilliseconds;
}

function monthEnd(random: Random, day: Temporal.ZonedDateTime): number {
  const next = day.with({ day: 1 }).add({ months: 1 }).startOfDay().epochMilliseconds;
  return next - random.pick([1, second_ms, 12 * hour_ms]);
}

/** About the change of the clocks of this half year; of a zone without one, three in the night. */
function atClockChange(random: Random, day: Temporal.ZonedDateTime): number {
  const change = day.getTimeZoneTransition('next')?.epochMilliseconds;
  const distance = random.pick([-hour_ms, -second_ms, -1, 0, 30 * minute_ms, hour_ms]);
  const soon = change !== undefined && change < day.epochMilliseconds + 200 * day_ms;
  return (soon ? change : day.with({ hour: 3, minute: 0, second: 0 }).epochMilliseconds) + distance;
}

const offsets_minutes = [540, -300, 345, -210, 840, 60, 0];

/** An instant as RFC 3339: mostly in Z, else the same moment by some other offset. */
export function written(random: Random, at_ms: number): string {
  if (!random.chance(0.15)) return Temporal.Instant.fromEpochMilliseconds(at_ms).toString();
  const offset = random.pick(offsets_minutes);
  const wall = Temporal.Instant.fromEpochMilliseconds(at_ms + offset * minute_ms).toString();
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(offset);
  return wall.replace('Z', `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`);
}
