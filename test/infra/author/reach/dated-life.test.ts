import { expect, test } from 'vitest';
import { datedLife } from '../../../../infra/author/reach/dated-life.ts';
import { drawnLives, variedLives } from '../../../../infra/author/reach/population.ts';
import type { Life } from '../../../../shared/core/language/life.ts';
import { lives } from '../../../../shared/programs/lives/lives.ts';

const life: Life = {
  id: 'booker',
  tells: 'Books, and orders before and after.',
  startsOn: '12-02',
  days: 30,
  customer: { id: 'c-1', timeZone: 'America/New_York' },
  happens: [
    { day: 10, at: '20:00', tell: 'OrderPlaced', detail: { order: { id: 'o-2' } } },
    { day: -5, tell: 'OrderPlaced', detail: { order: { id: 'o-1' } } },
    { day: 0, tell: 'BookingMade', detail: { booking: { id: 'b-1', startsAt: { day: 7, at: '14:00' } } } },
  ],
};
const asWritten = { timeZone: 'Asia/Tokyo', year: 2026, variation: 0, seed: 1 };

test('a life stands on the wall of its customer, in the order in which the store hears of it', () => {
  const { happens, from, until } = datedLife(life, asWritten);
  expect(happens.map(({ at, name }) => `${at} ${name}`)).toEqual([
    '2026-11-27T17:00:00Z OrderPlaced',
    '2026-12-02T17:00:00Z BookingMade',
    '2026-12-13T01:00:00Z OrderPlaced',
  ]);
  expect([from.toString(), until.toString()]).toEqual(['2026-11-27T17:00:00Z', '2027-01-01T17:00:00Z']);
  expect(happens[1]?.detail.booking).toEqual({ id: 'b-1', startsAt: '2026-12-09T19:00:00Z' });
});

test('a variation changes days and hours, and never what comes before what', () => {
  for (let variation = 1; variation <= 40; variation += 1) {
    const { happens } = datedLife(life, { ...asWritten, variation });
    expect(
      happens.map(({ detail }) => Object.keys(detail).find((part) => part === 'booking' || part === 'order')),
    ).toEqual(['order', 'booking', 'order']);
  }
  const days = new Set(
    Array.from({ length: 40 }, (_, nth) => `${datedLife(life, { ...asWritten, variation: nth + 1 }).from}`),
  );
  expect(days.size).toBeGreaterThan(30);
});

test('the same seed draws the same people, and weights count', () => {
  const drawing = { timeZone: 'Asia/Tokyo', year: 2026, seed: 3 };
  const names = (seed: number) => drawnLives(lives, 200, { ...drawing, seed }).map((one) => one.life);
  expect(names(3)).toEqual(names(3));
  expect(names(3)).not.toEqual(names(4));
  const firstBuyers = names(3).filter((name) => name === 'first-serum').length;
  const families = names(3).filter((name) => name === 'guest-of-a-family').length;
  expect(firstBuyers).toBeGreaterThan(families);
});

test('each life stands for itself and for its variations', () => {
  const all = variedLives(lives, 2, { timeZone: 'Asia/Tokyo', year: 2026, seed: 1 });
  expect(all).toHaveLength(12 * 3);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});
