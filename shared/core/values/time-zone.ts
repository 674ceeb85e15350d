import { Temporal } from 'temporal-polyfill';

/** Temporal also takes the zone out of a whole timestamp, however long: such text names no zone. */
const zoneName = /^([a-z][\w+-]*(\/[\w+-]+){0,3}|[+-]\d\d(:?\d\d)?)$/i;

/** True for a zone that clocks can be set by: an IANA name or an offset. "JST" and the like are not. */
export function isTimeZone(zone: string): boolean {
  if (zone.length > 64 || !zoneName.test(zone)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone) !== undefined;
  } catch {
    return false;
  }
}
