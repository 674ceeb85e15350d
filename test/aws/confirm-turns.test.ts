import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { confirmTurns } from '../../shared/aws/confirm-turns.ts';

const startAt = Temporal.Instant.from('2026-12-01T01:00:00Z');

/** Turns ten seconds apart, on a clock that a test turns. */
function tenSecondTurns() {
  let now = startAt;
  const take = confirmTurns({ now: () => now, sleep: async () => {} }, 10_000);
  return { take, turn: (seconds: number) => (now = now.add({ seconds })) };
}

test('a worker that has rested sends at once, and one mail only: nothing is saved up', () => {
  const { take, turn } = tenSecondTurns();
  expect(take()).toBe(0);
  turn(3600);
  expect([take(), take() > 0]).toEqual([0, true]);
});

test('whoever comes too early is told another turn each, one after the other', () => {
  const { take, turn } = tenSecondTurns();
  expect([take(), take(), take(), take()]).toEqual([0, 10, 20, 30]);
  turn(4);
  expect(take()).toBe(36);
  turn(6);
  // The turn itself is there for whoever comes first.
  expect([take(), take()]).toEqual([0, 40]);
});

test('nobody is sent away for longer than ten minutes, and a thousand do not come back in one second', () => {
  const { take } = tenSecondTurns();
  take();
  const told = Array.from({ length: 1000 }, take);
  expect(Math.max(...told)).toBe(600);
  const inOneSecond = Math.max(...[...new Set(told)].map((s) => told.filter((other) => other === s).length));
  expect(inOneSecond).toBe(17);
});

test('a clock that goes back costs no more than one turn', () => {
  const { take, turn } = tenSecondTurns();
  take();
  turn(-86_400);
  expect(take()).toBe(10);
  turn(10);
  expect(take()).toBe(0);
});
