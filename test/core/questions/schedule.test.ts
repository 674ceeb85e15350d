import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { InvalidSchedule, scheduleDay } from '../../../shared/core/language/schedule-rule.ts';

const from = (schedule: Parameters<typeof scheduleDay>[0], ...days: string[]) =>
  days.map((day) => scheduleDay(schedule, Temporal.PlainDate.from(day))?.toString());

describe('a schedule', () => {
  test('on a fixed day comes once', () => {
    expect(from({ on: '2026-12-01' }, '2026-01-01', '2026-12-01', '2026-12-02')).toEqual([
      '2026-12-01',
      '2026-12-01',
      undefined,
    ]);
  });

  test('recurs by RFC 5545, from its first day on', () => {
    const mondays = { rrule: 'FREQ=MONTHLY;BYDAY=1MO', from: '2026-01-01' };
    expect(from(mondays, '2025-01-01', '2026-01-05', '2026-01-06')).toEqual([
      '2026-01-05',
      '2026-01-05',
      '2026-02-02',
    ]);
  });

  test('on the 31st leaves out the months that have none', () => {
    const last = { rrule: 'RRULE:FREQ=MONTHLY;BYMONTHDAY=31', from: '2026-01-01' };
    expect(from(last, '2026-02-01')).toEqual(['2026-03-31']);
  });

  test('on 29 February comes in leap years', () => {
    expect(from({ rrule: 'FREQ=YEARLY', from: '2024-02-29' }, '2024-03-01')).toEqual(['2028-02-29']);
  });

  test('ends with its count or its last day', () => {
    expect(from({ rrule: 'FREQ=WEEKLY;COUNT=2', from: '2026-01-01' }, '2026-01-02', '2026-01-09')).toEqual([
      '2026-01-08',
      undefined,
    ]);
    const until = { rrule: 'FREQ=DAILY;UNTIL=20260103', from: '2026-01-01' };
    expect(from(until, '2026-01-03', '2026-01-04')).toEqual(['2026-01-03', undefined]);
  });

  test('that cannot be read is refused with what to write', () => {
    for (const rrule of ['', 'daily', 'FREQ=HOURLY', 'FREQ=DAILY;BYHOUR=9', 'FREQ=DAILY;NONSENSE=1']) {
      expect(() => from({ rrule, from: '2026-01-01' }, '2026-01-01'), rrule).toThrow(InvalidSchedule);
    }
    expect(() => from({ on: '1 December' }, '2026-01-01')).toThrow('2026-12-01');
  });
});
