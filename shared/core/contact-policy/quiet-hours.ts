/** The hours of the night, on the customer's own clock, in which marketing waits. */
import { Temporal } from 'temporal-polyfill';
import type { Channel } from '../language/steps.ts';
import type { EngineSettings, QuietHours } from '../record/engine-settings.ts';
import { hourOnWall, isBefore } from '../values/civil-time.ts';

type Instant = Temporal.Instant;

/** A channel that rings has hours of its own. */
export function quietHoursFor(
  channel: Channel | undefined,
  { quietHours, quietHoursOf }: Pick<EngineSettings, 'quietHours' | 'quietHoursOf'>,
): QuietHours | undefined {
  const own = channel === undefined || channel === 'email' ? undefined : quietHoursOf?.[channel];
  return (own === undefined ? quietHours : own) ?? undefined;
}

/**
 * When quiet hours end, if `at` lies in them; else undefined. `from` and `to` are "hh:mm"; a `from` after `to`
 * spans midnight; equal ones are never quiet.
 */
export function quietUntil(at: Instant, quiet: QuietHours, timeZone: string): Instant | undefined {
  const wall = at.toZonedDateTimeISO(timeZone);
  const time = wall.toPlainTime();
  const afterFrom = Temporal.PlainTime.compare(time, hourOnWall(quiet.from)) >= 0;
  const beforeTo = Temporal.PlainTime.compare(time, hourOnWall(quiet.to)) < 0;
  const spansMidnight = quiet.from > quiet.to;
  if (spansMidnight ? !(afterFrom || beforeTo) : !(afterFrom && beforeTo)) return undefined;
  const end = wall.toPlainDate().add({ days: spansMidnight && afterFrom ? 1 : 0 });
  const endTime = hourOnWall(quiet.to);
  const first = end.toZonedDateTime({ timeZone, plainTime: endTime }).toInstant();
  if (isBefore(at, first)) return first;
  // The hour comes twice today and its first time is over: they end when the wall shows it again.
  return end.toPlainDateTime(endTime).toZonedDateTime(timeZone, { disambiguation: 'later' }).toInstant();
}
