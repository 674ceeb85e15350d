import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { quietUntil } from '../../../shared/core/contact-policy/quiet-hours.ts';
import { addDuration, civilDate, civilTarget, isBefore } from '../../../shared/core/values/civil-time.ts';
import { wall } from '../../support/events.ts';

const zones = ['Asia/Tokyo', 'America/New_York', 'Europe/London', 'Australia/Sydney', 'Australia/Lord_Howe'];
const zone = fc.constantFrom(...zones);
const from = Temporal.Instant.from('2023-12-01T00:00:00Z').epochMilliseconds;
const to = Temporal.Instant.from('2029-03-01T00:00:00Z').epochMilliseconds;
const anyInstant = fc.integer({ min: from, max: to }).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
/** The moments when clocks change, some hours before and after: where mistakes live. */
const nearChange = fc
  .tuple(zone, anyInstant, fc.integer({ min: -30 * 60, max: 30 * 60 }))
  .map(([name, at, minutes]) => {
    const change = at.toZonedDateTimeISO(name).getTimeZoneTransition('next');
    return (change?.toInstant() ?? at).add({ minutes });
  });
const instant = fc.oneof(anyInstant, nearChange);
const hour = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const runs = { numRuns: 400 };
const timeOf = (at: Temporal.Instant, name: string) => at.toZonedDateTimeISO(name).toPlainTime();
const inHalfHours = (at: Temporal.Instant, name: string) =>
  (timeOf(at, name).hour * 60 + timeOf(at, name).minute) as number;

/** How long the clock stood ahead of what was asked, in minutes: 0, or the gap that swallowed the hour. */
function gapAt(at: Temporal.Instant, asked: string, name: string): number {
  const [h = 0, m = 0] = asked.split(':').map(Number);
  return (inHalfHours(at, name) - (h * 60 + m) + 1440) % 1440;
}

test('a civil target is at the asked time of the asked day, or later by the gap where that time is skipped', () => {
  fc.assert(
    fc.property(instant, fc.nat(400), hour, zone, (anchor, days, at, name) => {
      const target = civilTarget(anchor, days, at, name);
      const day = civilDate(anchor, name).add({ days });
      const gap = gapAt(target, at, name);
      if (gap === 0) {
        expect(wall(target, name)).toBe(`${day} ${at}`);
        return;
      }
      const change = target
        .add({ nanoseconds: 1 })
        .toZonedDateTimeISO(name)
        .getTimeZoneTransition('previous');
      expect(change).not.toBeNull();
      const before =
        change?.toInstant().subtract({ nanoseconds: 1 }).toZonedDateTimeISO(name).offsetNanoseconds ?? 0;
      expect(gap * 60e9).toBe((change?.offsetNanoseconds ?? 0) - before);
    }),
    runs,
  );
});

test('days keep the hour on the wall, except where that hour is skipped', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 400 }), zone, (start, days, name) => {
      const end = addDuration(start, { days }, name);
      expect(civilDate(end, name).toString()).toBe(civilDate(start, name).add({ days }).toString());
      const kept = timeOf(end, name).equals(timeOf(start, name));
      const skipped = !kept && gapAt(end, wall(start, name).slice(11), name) <= 60;
      expect(kept || skipped).toBe(true);
    }),
    runs,
  );
});

test('hours and minutes are exact', () => {
  fc.assert(
    fc.property(instant, fc.nat(9600), fc.nat(1440), zone, (start, hours, minutes, name) => {
      const end = addDuration(start, { hours, minutes }, name);
      expect(end.since(start).total('minutes')).toBe(hours * 60 + minutes);
    }),
    runs,
  );
});

/** At least two hours of the day are free, so that no change of clocks swallows all of them. */
const quiet = fc.record({ from: hour, to: hour }).filter(({ from, to }) => {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return (minutes(from) - minutes(to) + 1440) % 1440 >= 120;
});

test('the end of quiet hours is after the moment asked, at most a day and an hour on, and is not quiet', () => {
  fc.assert(
    fc.property(instant, quiet, zone, (at, hours, name) => {
      const end = quietUntil(at, hours, name);
      if (!end) return;
      expect(isBefore(at, end)).toBe(true);
      expect(end.since(at).total('hours')).toBeLessThanOrEqual(25);
      expect(quietUntil(end, hours, name)).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test('a moment is quiet exactly when her wall says so', () => {
  fc.assert(
    fc.property(instant, quiet, zone, (at, { from, to }, name) => {
      const now = wall(at, name).slice(11);
      const inside = from > to ? now >= from || now < to : now >= from && now < to;
      expect(quietUntil(at, { from, to }, name) !== undefined).toBe(inside);
    }),
    runs,
  );
});

test('quiet hours from and to the same hour are never quiet', () => {
  fc.assert(
    fc.property(instant, hour, zone, (at, same, name) => {
      expect(quietUntil(at, { from: same, to: same }, name)).toBeUndefined();
    }),
  );
});

const at = (text: string) => Temporal.Instant.from(text);

describe('by the calendar', () => {
  test.each([
    ['America/New_York', '2026-03-07T12:00:00Z', 1, '02:30', '2026-03-08 03:30'],
    ['America/New_York', '2026-10-31T12:00:00Z', 1, '01:30', '2026-11-01 01:30'],
    ['Europe/London', '2026-03-28T12:00:00Z', 1, '01:15', '2026-03-29 02:15'],
    ['Australia/Sydney', '2026-10-03T12:00:00Z', 1, '02:15', '2026-10-04 03:15'],
    ['Australia/Lord_Howe', '2026-10-03T06:00:00Z', 1, '02:15', '2026-10-04 02:45'],
    ['Australia/Lord_Howe', '2026-04-04T06:00:00Z', 1, '01:45', '2026-04-05 01:45'],
    ['Asia/Tokyo', '2028-02-28T12:00:00Z', 1, '10:00', '2028-02-29 10:00'],
    ['Asia/Tokyo', '2027-02-28T12:00:00Z', 1, '10:00', '2027-03-01 10:00'],
    ['Asia/Tokyo', '2026-01-31T12:00:00Z', 30, '10:00', '2026-03-02 10:00'],
    ['Asia/Tokyo', '2026-12-31T16:00:00Z', 0, '10:00', '2027-01-01 10:00'],
    ['America/New_York', '2027-01-01T04:00:00Z', 0, '10:00', '2026-12-31 10:00'],
  ])('in %s, from %s, day %i at %s is %s', (name, anchor, days, hourAsked, expected) => {
    expect(wall(civilTarget(at(anchor), days, hourAsked, name), name)).toBe(expected);
  });

  test('of an hour that comes twice the first is taken', () => {
    const target = civilTarget(at('2026-10-31T12:00:00Z'), 1, '01:30', 'America/New_York');
    expect(target.toString()).toBe('2026-11-01T05:30:00Z');
  });

  test('quiet hours that end within the hour that comes twice end at its second time, once the first is over', () => {
    const night = { from: '22:00', to: '01:30' };
    const until = (text: string) => quietUntil(at(text), night, 'America/New_York')?.toString();
    expect(until('2026-11-01T05:10:00Z')).toBe('2026-11-01T05:30:00Z');
    expect(until('2026-11-01T05:40:00Z')).toBeUndefined();
    expect(until('2026-11-01T06:10:00Z')).toBe('2026-11-01T06:30:00Z');
  });

  test('a year from 29 February is the day after 28 February a year on, by days', () => {
    expect(wall(addDuration(at('2028-02-29T01:00:00Z'), { days: 365 }, 'Asia/Tokyo'))).toBe(
      '2029-02-28 10:00',
    );
  });
});
