/** Moments as they are typed: a span from now, an ISO moment, or a date. */
import { Temporal } from 'temporal-polyfill';
import { WrongUsage } from '../../terminal/refusal.ts';

const units = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks' } as const;

/** `30m`, `12h`, `7d`, `2w` before `now`, an ISO moment, or an ISO date (its first moment in the zone). */
export function sinceOf(text: string, now: Temporal.Instant, zone: string): Temporal.Instant {
  const at = momentOf(text, now.toZonedDateTimeISO(zone), (here, span) => here.subtract(span));
  if (at) return at;
  throw new WrongUsage(`--since takes 30m, 12h, 7d, 2w, 2026-11-22 or 2026-11-22T09:00:00Z, not "${text}".`);
}

/** The same after `now`. */
export function untilOf(text: string, now: Temporal.Instant, zone: string): Temporal.Instant {
  const at = momentOf(text, now.toZonedDateTimeISO(zone), (here, span) => here.add(span));
  if (at && Temporal.Instant.compare(now, at) < 0) return at;
  throw new WrongUsage(
    `--until takes 30m, 12h, 7d, 2w, a date or a moment such as 2026-11-22T09:00:00Z, later than now, not "${text}".`,
  );
}

type Moved = (from: Temporal.ZonedDateTime, span: Temporal.DurationLike) => Temporal.ZonedDateTime;

function momentOf(text: string, now: Temporal.ZonedDateTime, moved: Moved): Temporal.Instant | undefined {
  const [, count, unit] = /^(\d{1,4})([mhdw])$/.exec(text) ?? [];
  if (count !== undefined && unit !== undefined) {
    return moved(now, { [units[unit as keyof typeof units]]: Number(count) }).toInstant();
  }
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) {
      return Temporal.PlainDate.from(text).toZonedDateTime(now.timeZoneId).toInstant();
    }
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}
