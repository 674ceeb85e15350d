import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { Pacing, perDayOf } from '../../../../infra/operator/recovery/pacing.ts';

const first = Temporal.PlainDate.from('2026-12-31');
const turns = (pacing: Pacing, count: number) =>
  Array.from({ length: count }, () => pacing.next().toString());

test('so many a day, and what was given out before takes its place', () => {
  expect(turns(new Pacing(first, 2), 3)).toEqual(['2026-12-31', '2026-12-31', '2027-01-01']);
  const taken = new Map([
    ['2026-12-31', 5],
    ['2027-01-01', 1],
  ]);
  expect(turns(new Pacing(first, 2, taken), 3)).toEqual(['2027-01-01', '2027-01-02', '2027-01-02']);
  expect(new Set(turns(new Pacing(first, undefined), 1000)).size).toBe(1);
});

test.each([
  ['200/day', 200],
  ['200', 200],
  ['0', undefined],
  ['-1', undefined],
  ['2.5/day', undefined],
  ['200/week', undefined],
])('%s', (text, perDay) => {
  expect(perDayOf(text)).toBe(perDay);
});
