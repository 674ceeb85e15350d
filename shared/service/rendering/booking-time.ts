/** A booking is kept by the clock on the wall of its place, wherever the customer is when the mail is read. */
import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from '../../core/values/time-zone.ts';

/**
 * The zone whose clock tells a booking's time: the one it names; else the store's, unless the time is told by the offset
 * of another. A time in UTC is told by programs, and says nothing of the place.
 */
export function bookingZone(startsAt: string, named: unknown, storeZone: string): string {
  if (typeof named === 'string' && isTimeZone(named)) return named;
  const [, sign, hours, minutes = '00'] = /T.*([+-])(\d{2})(?::?(\d{2}))?$/i.exec(startsAt) ?? [];
  const starts = instantOf(startsAt);
  if (!starts || sign === undefined) return storeZone;
  const offset = `${sign}${hours}:${minutes}`;
  if (offset === '+00:00' || offset === '-00:00') return storeZone;
  return starts.toZonedDateTimeISO(storeZone).offset === offset ? storeZone : offset;
}

/** Day, hour and the zone's name ("July 20, 2029 14:00 (Japan Standard Time)"); of a plain day the day; else as told. */
export function timeAtPlace(told: string, zone: string, locale: string): string {
  const instant = instantOf(told);
  if (!instant || !isTimeZone(zone))
    return dayOf(told)?.toLocaleString(locale, { dateStyle: 'long' }) ?? told;
  const wall = instant.toZonedDateTimeISO(zone);
  const day = wall.toPlainDate().toLocaleString(locale, { dateStyle: 'long' });
  const hour = wall.toPlainTime().toString({ smallestUnit: 'minute' });
  const name = zoneName(instant, zone, locale);
  return locale === 'ja' ? `${day} ${hour}（${name}）` : `${day} ${hour} (${name})`;
}

function zoneName(at: Temporal.Instant, timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' }).formatToParts(
    at.epochMilliseconds,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** The moment a text tells; undefined where it tells none. */
export function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

function dayOf(text: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text) : undefined;
  } catch {
    return undefined;
  }
}
