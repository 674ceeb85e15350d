/** The lanes under load, small: each promise is kept, and judged broken where it is. */
import { beforeAll, expect, test } from 'vitest';
import { playLoad } from '../../../../infra/proof/load/play.ts';
import { loadReport, type PlayedLoad, promisesOf } from '../../../../infra/proof/load/report.ts';

const small = { thanks: 3000, timers: 5000, sample: 500, both: 1500, confirms: 200, ofOne: 100 };
let played: PlayedLoad;
const told: string[] = [];
beforeAll(async () => {
  played = await playLoad(small, (line) => told.push(line));
}, 300_000);

const brokenIn = (changed: Partial<PlayedLoad>) =>
  promisesOf(small, { ...played, ...changed }).flatMap(({ isKept }, nth) => (isKept ? [] : [nth]));

test('every promise is kept, and each play is told before it begins', () => {
  expect(brokenIn({})).toEqual([]);
  expect(told).toHaveLength(6);
  expect(loadReport(promisesOf(small, played))).not.toContain('BROKEN');
});

test('order mail alone goes at nine tenths of the rate, marketing at three quarters, and neither is throttled', () => {
  const { thanks, timers } = played;
  // 3,000 / (0.92 x 14) = 232.9 s and 5,000 / (0.75 x 50) = 133.3 s, and a little for the last batches.
  expect(thanks.lasted_s).toBeGreaterThan(232);
  expect(thanks.lasted_s).toBeLessThan(237);
  expect(timers.lasted_s).toBeGreaterThan(132);
  expect(timers.lasted_s).toBeLessThan(138);
  expect([thanks.throttledShare, timers.throttledShare]).toEqual([0, 0]);
});

test('confirm mail beside order mail takes its share, is put back meanwhile, and all of it goes', () => {
  const { confirms } = played;
  // 0.8 x 14 x 0.3 x 0.2 = 0.672 a second: 200 take 288 s or more, seven less at once.
  expect(confirms.lasted_s).toBeGreaterThan(286);
  expect(confirms.putBack).toBeGreaterThan(100);
  expect(confirms).toMatchObject({ signUps: 200, confirms: 200, orders: 240, thanked: 240 });
});

test.each<[string, (play: PlayedLoad) => Partial<PlayedLoad>, number]>([
  ['thank-yous at the share', ({ thanks }) => ({ thanks: { ...thanks, lasted_s: 3000 / 3.15 } }), 0],
  ['a timer too late', ({ timers }) => ({ timers: { ...timers, tooLate: 1 } }), 1],
  ['a slow service', ({ sample }) => ({ sample: { ...sample, lasted_s: 60 } }), 2],
  [
    'order mail behind marketing',
    ({ together }) => ({ together: { ...together, whileBothFull: { transactional: 20, marketing: 80 } } }),
    3,
  ],
  ['two throttles of a hundred calls', ({ thanks }) => ({ thanks: { ...thanks, throttledShare: 0.02 } }), 6],
  [
    'order mail behind confirm mail',
    ({ confirms }) => ({ confirms: { ...confirms, longest_s: confirms.longestAlone_s + 1.1 } }),
    5,
  ],
  [
    'more than its share',
    ({ confirms }) => ({ confirms: { ...confirms, share: { taken: 0.21, granted: 0.2 } } }),
    5,
  ],
  ['a sign-up that is never asked', ({ confirms }) => ({ confirms: { ...confirms, confirms: 199 } }), 5],
  ['an order that nobody is thanked for', ({ ofOne }) => ({ ofOne: { ...ofOne, thanked: 99 } }), 4],
  ['a dead letter', ({ ofOne }) => ({ ofOne: { ...ofOne, deadLetters: 1 } }), 4],
])('%s: a broken promise', (_, change, nth) => {
  expect(brokenIn(change(played))).toEqual([nth]);
  expect(loadReport(promisesOf(small, { ...played, ...change(played) }))).toContain('BROKEN');
});
