import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Filter } from '../../../shared/core/language/filter.ts';
import { scoreAt } from '../../../shared/core/questions/filter-subject.ts';
import { filterMoments } from '../../../shared/core/questions/segment-moments.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { settings } from '../../support/given.ts';

const now = Temporal.Instant.from('2026-06-01T00:00:00Z');
const moments = (filter: Filter, facts: object) =>
  filterMoments(filter, { ...newCustomer('mori', 'c-1'), ...facts }, now, settings).map(String);

test('a test of a date is asked again at the moment its answer turns', () => {
  const filter: Filter = { not: { the: 'customer.lastSignAt', daysAgoAtLeast: 10 } };
  const facts = { lastSignAt: now.subtract({ hours: 24 }) };
  expect(moments(filter, facts)).toEqual(['2026-06-10T00:00:00Z']);
});

test('a bound that has passed is asked no more', () => {
  const facts = { lastSignAt: now.subtract({ hours: 24 * 30 }) };
  expect(moments({ the: 'customer.lastSignAt', daysAgoLessThan: 10 }, facts)).toEqual([]);
});

test('a score is asked when it has fallen to its bound', () => {
  const score = { value: 80, at: now };
  const [first = ''] = moments({ all: [{ the: 'customer.score', atLeast: 20 }] }, { score });
  expect(first).toBe('2026-07-31T00:00:00Z');
  const before = Temporal.Instant.from(first).subtract({ seconds: 1 });
  expect(scoreAt({ score }, before, settings.scoreHalfLife_days)).toBeGreaterThan(20);
  expect(moments({ the: 'customer.score', atLeast: 100 }, { score })).toEqual([]);
});
