import { Temporal } from 'temporal-polyfill';

/** "2026-12-24" is a civil day; a time with an offset or zone is an instant. Anything else is no date. */
export function asDate(value: unknown): Temporal.Instant | Temporal.PlainDate | undefined {
  if (value instanceof Temporal.Instant) return value;
  if (typeof value !== 'string' || value.length > 64) return undefined;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return Temporal.PlainDate.from(value);
    return Temporal.Instant.from(value);
  } catch {
    return undefined;
  }
}
