import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { keptStrikes, restsUntil } from '../../../shared/core/record/suppression.ts';

const rule = { strikes: 5, days: 30, restDays: 30 };
const start = Temporal.Instant.from('2026-03-01T00:00:00Z');
const day = (days: number) => start.add({ hours: Math.round(24 * days) });
const rest = (strikes: readonly number[], at: number, by = rule) =>
  restsUntil({ key: 'a', strikes: keptStrikes(strikes.map(day)) }, by, day(at));

describe('an address', () => {
  test('rests for 30 days from its fifth soft bounce in 30 days', () => {
    expect(rest([0, 1, 2, 3], 4)).toBeUndefined();
    expect(rest([0, 1, 2, 3, 4], 3.5)).toBeUndefined();
    expect(rest([0, 1, 2, 3, 4], 4)).toEqual(day(34));
    expect(rest([0, 1, 2, 3, 4], 33.9)).toEqual(day(34));
    expect(rest([0, 1, 2, 3, 4], 34)).toBeUndefined();
  });

  test('does not rest where its soft bounces lie further apart', () => {
    expect(rest([0, 10, 20, 28, 30], 30)).toBeUndefined();
    expect(rest([0, 10, 20, 28, 29.9], 30)).toEqual(day(59.9));
  });

  test('begins anew after its rest, and what came back during it counts for nothing', () => {
    const once = [0, 1, 2, 3, 4];
    expect(rest([...once, 5, 6, 7, 8, 9], 10)).toEqual(day(34));
    expect(rest([...once, 20, 21, 22, 34, 35, 36, 37], 38)).toBeUndefined();
    expect(rest([...once, 20, 21, 22, 34, 35, 36, 37, 38], 38)).toEqual(day(68));
  });

  test('needs as many soft bounces again after a rest that was shorter than the days that count', () => {
    const short = { strikes: 2, days: 30, restDays: 1 };
    expect(rest([0, 1, 3], 3, short)).toBeUndefined();
    expect(rest([0, 1, 3, 4], 4, short)).toEqual(day(5));
  });

  test('rests by the settings of the store', () => {
    expect(rest([0, 1], 1, { strikes: 2, days: 3, restDays: 7 })).toEqual(day(8));
  });

  test('of which nothing is known does not rest', () => {
    expect(restsUntil(undefined, rule, start)).toBeUndefined();
    expect(restsUntil({ key: 'a' }, rule, start)).toBeUndefined();
  });
});
