import { Temporal } from 'temporal-polyfill';

/** True for a zone that clocks can be set by: an IANA name or an offset. "JST" and the like are not. */
export function isTimeZone(zone: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone) !== undefined;
  } catch {
    return false;
  }
}
