import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { BusEntry } from '../../../../infra/proof/demo/bus-entry.ts';
import { programme } from '../../../../infra/proof/demo/schedule.ts';

const entry = (at: string, customer: string | undefined, detailType = 'OrderPlaced'): BusEntry => ({
  at: Temporal.Instant.from(at),
  source: 'storefront',
  detailType,
  detail: '{}',
  customer,
});
const entries = [
  entry('2026-01-10T18:00:00Z', 'b'),
  entry('2026-01-11T04:00:00Z', 'a'),
  entry('2026-02-01T18:00:00Z', 'c'),
  entry('2026-02-05T18:00:00Z', 'c', 'OrderShipped'),
];
const zone = 'America/New_York';
const ids = (choice: Parameters<typeof programme>[1]) =>
  programme(entries, choice, zone)?.entries.map((each) => each.customer);

test('a play goes from the first day to 90 days after the last order, across the clock change', () => {
  const all = programme(entries, {}, zone);
  expect(all?.entries).toHaveLength(4);
  expect(String(all?.from)).toBe('2026-01-10T05:00:00Z');
  expect(String(all?.to)).toBe('2026-05-02T17:00:00Z');
});

test('the first customers are those with the first ids', () => {
  expect(ids({ customers: 1 })).toEqual(['a']);
  expect(ids({ customers: 2 })).toEqual(['b', 'a']);
  expect(ids({ customers: 99 })).toEqual(['b', 'a', 'c', 'c']);
});

test('an event that names no customer plays whoever is chosen', () => {
  const some = [...entries, entry('2026-03-01T00:00:00Z', undefined)];
  expect(programme(some, { customers: 1 }, zone)?.entries).toHaveLength(2);
});

test('a day given as the end is played to its end and not beyond', () => {
  const until = programme(entries, { until: Temporal.PlainDate.from('2026-01-10') }, zone);
  expect(until?.entries).toHaveLength(2);
  expect(String(until?.to)).toBe('2026-01-11T04:59:59Z');
});

test('a moment given as the end is the end, even beyond 90 days', () => {
  const until = Temporal.Instant.from('2027-01-01T00:00:00Z');
  expect(programme(entries, { until }, zone)?.to.equals(until)).toBe(true);
});

test('an end before the first event leaves nothing to play', () => {
  expect(programme(entries, { until: Temporal.PlainDate.from('2025-12-31') }, zone)).toBeUndefined();
  expect(programme([], {}, zone)).toBeUndefined();
});
