/** Workers at one customer: whoever loses a save decides again, after a pause that grows from try to try. */
import { expect, test } from 'vitest';
import type { Clock } from '../../../shared/ports/clock.ts';
import { SaveRaceLost, untilSaved } from '../../../shared/service/saving/save-race.ts';
import { at } from '../../support/events.ts';

/** Loses every race up to the `wins`th try; the pauses it made, in milliseconds. */
async function race(who: string, wins = Number.POSITIVE_INFINITY) {
  const pauses: number[] = [];
  const clock: Clock = {
    now: () => at('2026-03-02 12:00'),
    sleep: async (delay_ms) => void pauses.push(delay_ms),
  };
  let tries = 0;
  const result = await untilSaved(clock, who, async () => {
    tries += 1;
    return tries === wins ? 'saved' : 'conflict';
  }).catch((error: unknown) => error);
  return { result, tries, pauses };
}

/** Exponential back-off with full jitter: between nothing and 50 ms, doubled each time. Half of it on average. */
const longest_ms = [50, 100, 200, 400];

test('the pauses between tries are drawn from spans that double', async () => {
  const all = await Promise.all(Array.from({ length: 600 }, (_, n) => race(`c-${n}/timer`)));
  for (const [nth, most] of longest_ms.entries()) {
    const pauses = all.map((one) => one.pauses[nth] ?? Number.NaN);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(most);
    expect(Math.max(...pauses)).toBeGreaterThan(most * 0.95);
    const average = pauses.reduce((sum, one) => sum + one, 0) / pauses.length;
    expect(average / most).toBeGreaterThan(0.45);
    expect(average / most).toBeLessThan(0.55);
  }
});

test('two workers at the same customer draw other pauses, one worker the same each time', async () => {
  const [first, again, other] = await Promise.all([race('c-1/o-1'), race('c-1/o-1'), race('c-1/o-2')]);
  expect(again.pauses).toEqual(first.pauses);
  for (const nth of longest_ms.keys()) expect(other.pauses[nth]).not.toBe(first.pauses[nth]);
});

test.each([1, 2, 5])('who wins at try %i pauses once for each try lost', async (wins) => {
  const { result, tries, pauses } = await race('c-1/timer', wins);
  expect([result, tries, pauses.length]).toEqual(['saved', wins, wins - 1]);
});

test('who loses five times gives the message back', async () => {
  const { result, tries } = await race('c-1/timer');
  expect(result).toBeInstanceOf(SaveRaceLost);
  expect(tries).toBe(5);
});
