import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { sinceOf } from '../../../infra/operator/ops/since.ts';

const now = Temporal.Instant.from('2026-11-22T09:00:00Z');

test.each([
  ['30m', '2026-11-22T08:30:00Z'],
  ['12h', '2026-11-21T21:00:00Z'],
  ['7d', '2026-11-15T09:00:00Z'],
  ['2w', '2026-11-08T09:00:00Z'],
  ['2026-11-20', '2026-11-19T15:00:00Z'],
  ['2026-11-20T10:00:00+09:00', '2026-11-20T01:00:00Z'],
])('the span or moment %s begins at %s', (text, expected) => {
  expect(sinceOf(text, now, 'Asia/Tokyo').toString()).toBe(expected);
});

test.each(['yesterday', '7', '-1d', '2026-13-01'])('%s is wrong usage', (text) => {
  expect(() => sinceOf(text, now, 'Asia/Tokyo')).toThrow('--since takes');
});
