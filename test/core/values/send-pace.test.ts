import { expect, test } from 'vitest';
import {
  aloneEvery_ms,
  mailsPerSecond,
  sharedEvery_ms,
  workersFor,
} from '../../../shared/core/values/send-pace.ts';

// A worker of 250 ms a mail makes four a second; 0.92 of the rate is asked for, and n workers of k calls make at most n x k.
test.each([
  // 0.92 = 2 x 0.46: either may make one call, and two in a second are too many; but Lambda takes no fewer.
  ['1 a second, as in the sandbox', 1, 2],
  ['2 a second: one call of each', 2, 2],
  // 4 workers would make 3.22 each, in some second 4 x 4 = 16; 5: 3 x 5; 6: 3 x 6; 7: 1.84 each, 2 x 7 = 14.
  ['14 a second', 14, 7],
  // 3 would make 3.07 each, 4 x 3 = 12; 4: 3 x 4 = 12; 5: 1.84 each, 2 x 5 = 10.
  ['10 a second', 10, 5],
  // 25 make 3.68 each, 4 x 25 = 100.
  ['100 a second', 100, 25],
  ['500 a second', 500, 125],
  // More than Lambda takes.
  ['10,000 a second', 10_000, 1000],
])('workers for the whole rate: %s', (_, rate, workers) => {
  expect(workersFor(rate)).toBe(workers);
});

test('no chance has the workers of a whole rate make more calls in a second than it grants', () => {
  for (let rate = 2; rate <= 1000; rate += 1) {
    const workers = workersFor(rate);
    const inOneSecond = Math.ceil(1000 / aloneEvery_ms({ rate, workers }));
    expect([rate, workers * inOneSecond <= rate]).toEqual([rate, true]);
  }
});

test('seven workers alone keep 14 a second, and by shares three quarters of it', () => {
  // 7 / (0.92 x 14) = 543.5 ms; 7 / (0.75 x 14 x 0.3) = 2,222.2 ms; 7 / (0.75 x 14 x 0.7) = 952.4 ms.
  const pace = { rate: 14, workers: 7 };
  expect(aloneEvery_ms(pace)).toBe(544);
  expect([0.3, 0.7].map((share) => sharedEvery_ms({ ...pace, share }))).toEqual([2223, 953]);
  expect(mailsPerSecond({ ...pace, share: 0.3 }, true)).toBeCloseTo(12.87, 2);
  expect(mailsPerSecond({ ...pace, share: 0.3 }, false)).toBeCloseTo(3.15, 2);
});

test('workers whose number does not divide the rate make fewer calls rather than too many', () => {
  // Three would make 4.29 a second each, in some second 15 of 14: so each makes 0.92 x 4.
  expect(aloneEvery_ms({ rate: 14, workers: 3 })).toBe(272);
});

test('a worker sends no faster than a mail lasts', () => {
  // Two workers of four mails a second, whatever the rate.
  expect(mailsPerSecond({ rate: 1000, share: 0.3, workers: 2 }, true)).toBe(8);
});
