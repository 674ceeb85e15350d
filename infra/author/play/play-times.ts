/** The moments of a play as they are written on the command line. */
import { Temporal } from 'temporal-polyfill';
import { addDuration } from '../../../shared/core/values/civil-time.ts';
import type { Duration } from '../../../shared/core/values/duration.ts';
import { isTimeZone } from '../../../shared/core/values/time-zone.ts';
import { WrongUsage } from '../../terminal/refusal.ts';

const span = /^(?:(\d{1,3})w)?(?:(\d{1,4})d)?(?:(\d{1,5})h)?(?:(\d{1,6})m)?$/;

/** `90d`, `36h`, `45m`, `2w`, `7d12h`. Days are civil: the hour on her wall stays. Throws `WrongUsage`. */
export function spanOf(text: string, option: string): Duration {
  const [, weeks = 0, days = 0, hours = 0, minutes = 0] = span.exec(text) ?? [];
  if (text === '' || !span.test(text)) {
    throw new WrongUsage(`${option} takes a span such as 90d, 36h, 45m, 2w or 7d12h, not "${text}".`);
  }
  return { days: 7 * Number(weeks) + Number(days), hours: Number(hours), minutes: Number(minutes) };
}

export interface Aimed {
  /** What stands before the "@": a step or an order. */
  readonly at: string | undefined;
  readonly after: Duration;
}

/** `@20d`, `20d`, or with what it is about before the "@": `trouble@8d`. Throws `WrongUsage`. */
export function aimedOf(text: string, option: string): Aimed {
  const cut = text.lastIndexOf('@');
  return { at: text.slice(0, Math.max(0, cut)) || undefined, after: spanOf(text.slice(cut + 1), option) };
}

export const later = (start: Temporal.Instant, after: Duration, zone: string) =>
  addDuration(start, after, zone);

/** An instant as it is; a date or a time of the wall in the zone, a date alone at noon. Throws `WrongUsage`. */
export function startOf(text: string, zone: string): Temporal.Instant {
  try {
    if (/(Z|[+-]\d\d:?\d\d)$/i.test(text) && text.includes('T')) return Temporal.Instant.from(text);
    const wall = Temporal.PlainDateTime.from(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T12:00` : text);
    return wall.toZonedDateTime(zone).toInstant();
  } catch {
    throw new WrongUsage(
      `--start takes 2026-03-02, 2026-03-02T12:30 or 2026-03-02T12:30:00+09:00, not "${text}".`,
    );
  }
}

/** Today's noon in the zone, where no start is given. */
export function noonOf(now: Temporal.Instant, zone: string): Temporal.Instant {
  return now
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toZonedDateTime({ timeZone: zone, plainTime: '12:00' })
    .toInstant();
}

/** Throws `WrongUsage`. */
export function checkedZone(zone: string): string {
  if (isTimeZone(zone)) return zone;
  throw new WrongUsage(`--zone takes an IANA name such as Asia/Tokyo, not "${zone}".`);
}

/** "Mon 2026-03-02 12:00" on the wall of the zone. */
export function weekdayTime(at: Temporal.Instant, zone: string): string {
  const wall = at.toZonedDateTimeISO(zone);
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][wall.dayOfWeek - 1];
  return `${weekday} ${wall.toPlainDate()} ${wall.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
