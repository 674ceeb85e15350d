import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { DateTrigger } from '../../../shared/core/language/trigger.ts';
import { occurrenceAfter } from '../../../shared/core/questions/date-trigger.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import { settings } from '../../support/given.ts';

const tokyo = 'Asia/Tokyo';
const birthday: DateTrigger = {
  date: 'customer.birthday',
  day: 0,
  at: '10:00',
  yearly: true,
  oncePer: 'ever',
  whileRunning: 'ignore',
};

function born(day: string, profile: object = {}): Customer {
  return { ...newCustomer('mori', 'c-1'), profile: { birthday: day, ...profile } };
}

/** The next occurrence on the wall: "2026-02-28T10:00 for 2026-02-28". */
function next(trigger: DateTrigger, customer: Customer, after: string, zone = tokyo): string | undefined {
  const from = Temporal.PlainDateTime.from(after).toZonedDateTime(zone).toInstant();
  const found = occurrenceAfter(trigger, customer, from, { timeZone: zone, settings });
  return (
    found &&
    `${found.at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })} for ${found.key}`
  );
}

describe('a birthday', () => {
  test('comes each year at the hour of her wall', () => {
    const hana = born('1990-05-17');
    expect(next(birthday, hana, '2026-05-17T09:59')).toBe('2026-05-17T10:00 for 2026-05-17');
    expect(next(birthday, hana, '2026-05-17T10:00')).toBe('2027-05-17T10:00 for 2027-05-17');
  });

  test('on 29 February is the 28th in years without one', () => {
    const leap = born('1992-02-29');
    expect(next(birthday, leap, '2026-01-01T00:00')).toBe('2026-02-28T10:00 for 2026-02-28');
    expect(next(birthday, leap, '2028-01-01T00:00')).toBe('2028-02-29T10:00 for 2028-02-29');
  });

  test('is told of so many days before, over the turn of the year too', () => {
    const before = { ...birthday, day: -7 };
    expect(next(before, born('1990-01-03'), '2026-12-01T00:00')).toBe('2026-12-27T10:00 for 2027-01-03');
    const after = { ...birthday, day: 5 };
    expect(next(after, born('1990-12-30'), '2026-01-01T00:00')).toBe('2026-01-04T10:00 for 2025-12-30');
  });

  test('may stand for the first day of its month', () => {
    const month: DateTrigger = { ...birthday, from: 'month' };
    expect(next(month, born('1990-05-17'), '2026-04-20T00:00')).toBe('2026-05-01T10:00 for 2026-05-17');
    expect(next({ ...month, day: -7 }, born('1990-05-17'), '2026-04-20T00:00')).toBe(
      '2026-04-24T10:00 for 2026-05-17',
    );
  });

  test('that was changed within 30 days is let go by', () => {
    const changed = born('1990-05-17', { birthdayChangedAt: Temporal.Instant.from('2026-05-01T00:00:00Z') });
    expect(next(birthday, changed, '2026-05-02T00:00')).toBe('2027-05-17T10:00 for 2027-05-17');
  });

  test('that nobody knows never comes', () => {
    expect(next(birthday, newCustomer('mori', 'c-1'), '2026-05-02T00:00')).toBeUndefined();
  });

  test('at an hour that daylight saving skips comes as much later as the gap is long', () => {
    const early = { ...birthday, at: '02:30' };
    expect(next(early, born('1990-03-29'), '2026-03-01T00:00', 'Europe/Berlin')).toBe(
      '2026-03-29T03:30 for 2026-03-29',
    );
  });
});

describe('a date that comes once', () => {
  const member: DateTrigger = {
    ...birthday,
    date: 'customer.attributes.memberUntil',
    day: -14,
    yearly: false,
  };
  const until = (memberUntil: unknown) => born('1990-05-17', { attributes: { memberUntil } });

  test('is a civil day, or an instant on her civil day', () => {
    expect(next(member, until('2026-06-30'), '2026-06-01T00:00')).toBe('2026-06-16T10:00 for 2026-06-30');
    expect(next(member, until('2026-06-29T16:00:00Z'), '2026-06-01T00:00')).toBe(
      '2026-06-16T10:00 for 2026-06-30',
    );
  });

  test('that has gone by does not come again', () => {
    expect(next(member, until('2026-06-30'), '2026-06-17T00:00')).toBeUndefined();
  });

  test('that is no date never comes', () => {
    for (const value of ['soon', '2026-02-31', 7, null]) {
      expect(next(member, until(value), '2026-01-01T00:00')).toBeUndefined();
    }
  });
});
