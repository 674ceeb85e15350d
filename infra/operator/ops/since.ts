import { Temporal } from 'temporal-polyfill';
import { WrongUsage } from '../../terminal/refusal.ts';

const units = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks' } as const;

/** `30m`, `12h`, `7d`, `2w` before `now`, an ISO moment, or an ISO date (its first moment in the zone). */
export function sinceOf(text: string, now: Temporal.Instant, zone: string): Temporal.Instant {
  const [, count, unit] = /^(\d{1,4})([mhdw])$/.exec(text) ?? [];
  if (count !== undefined && unit !== undefined) {
    const span = { [units[unit as keyof typeof units]]: Number(count) };
    return now.toZonedDateTimeISO(zone).subtract(span).toInstant();
  }
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text))
      return Temporal.PlainDate.from(text).toZonedDateTime(zone).toInstant();
    return Temporal.Instant.from(text);
  } catch {
    throw new WrongUsage(
      `--since takes 30m, 12h, 7d, 2w, 2026-11-22 or 2026-11-22T09:00:00Z, not "${text}".`,
    );
  }
}
