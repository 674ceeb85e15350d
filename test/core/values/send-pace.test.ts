import { expect, test } from 'vitest';
import { lanes } from '../../../shared/core/values/lane.ts';
import {
  aloneEvery_ms,
  mailsPerSecond,
  sharedEvery_ms,
  workersFor,
} from '../../../shared/core/values/send-pace.ts';

const shares = { transactional: 0.3, marketing: 0.7 };

// A worker of 250 ms a mail makes four a second. Order mail alone takes 0.92 of the rate, marketing 0.75; n workers that
// each make up to k calls make at most n x k in a second.
test.each([
  // 0.92 = 2 x 0.46: either may make one call, and two in a second are too many; but Lambda takes no fewer.
  ['1 a second, as in the sandbox', 1, 2, 2],
  ['2 a second: one call of each', 2, 2, 2],
  // 4 workers would make 3.22 each, in some second 4 x 4 = 16; 5: 3 x 5; 6: 3 x 6; 7: 1.84 each, 2 x 7 = 14.
  // Of marketing 4 make 2.63 each, 3 x 4 = 12.
  ['14 a second', 14, 7, 4],
  // 3 would make 3.07 each, 4 x 3 = 12; 4: 3 x 4 = 12; 5: 1.84 each, 2 x 5 = 10. Of marketing 3 make 2.5, 3 x 3 = 9.
  ['10 a second', 10, 5, 3],
  // 11 with a call each would keep 0.92 of it, and wait 11 / (0.8 x 11 x 0.3) = 4.2 s for a turn by their share; 5 with two
  // calls come to 0.92 x 10, 3 with three to 0.92 x 9. Of marketing 3 make 2.75, 3 x 3 = 9.
  ['11 a second', 11, 5, 3],
  // 25 make 3.68 or 3 each, 4 x 25 = 100.
  ['100 a second', 100, 25, 25],
  ['500 a second', 500, 125, 125],
  // More than Lambda takes.
  ['10,000 a second', 10_000, 1000, 1000],
])('workers for the whole rate: %s', (_, rate, transactional, marketing) => {
  expect(lanes.map((lane) => workersFor({ lane, rate, share: shares[lane] }))).toEqual([
    transactional,
    marketing,
  ]);
});

test('a small share has fewer workers, so that none waits longer than three seconds for its turn', () => {
  // 0.8 x 14 x 0.1 = 1.12 a second: three workers wait 2.7 s, four would wait 3.6.
  const pace = { lane: 'transactional', rate: 14, share: 0.1 } as const;
  expect(workersFor(pace)).toBe(3);
  expect(sharedEvery_ms({ ...pace, workers: 3 })).toBe(2679);
});

test('no chance has the workers of a lane alone make more calls in a second than the rate', () => {
  for (let rate = 2; rate <= 1000; rate += 1) {
    for (const lane of lanes) {
      const workers = workersFor({ lane, rate, share: shares[lane] });
      const inOneSecond = Math.ceil(1000 / aloneEvery_ms({ lane, rate, workers }));
      expect([rate, workers * inOneSecond <= rate]).toEqual([rate, true]);
    }
  }
});

test('order mail alone keeps nine tenths of 14 a second, marketing three quarters, and both together as much', () => {
  // 7 / (0.92 x 14) = 543.5 ms, 4 / (0.75 x 14) = 381.0 ms.
  const orderMail = { lane: 'transactional', rate: 14, share: 0.3, workers: 7 } as const;
  const campaign = { lane: 'marketing', rate: 14, share: 0.7, workers: 4 } as const;
  expect([orderMail, campaign].map(aloneEvery_ms)).toEqual([544, 381]);
  // 7 / (0.8 x 14 x 0.3) = 2,083.3 ms, 4 / (0.73 x 14 x 0.7) = 559.1 ms: 10.5 a second, three quarters of 14.
  expect([orderMail, campaign].map(sharedEvery_ms)).toEqual([2084, 560]);
  expect(mailsPerSecond(orderMail, true)).toBeCloseTo(12.87, 2);
  expect(mailsPerSecond(campaign, true)).toBeCloseTo(10.5, 2);
  expect(mailsPerSecond(orderMail, false)).toBeCloseTo(3.36, 2);
  expect(mailsPerSecond(campaign, false)).toBeCloseTo(7.14, 2);
});

test('workers whose number does not divide the rate make fewer calls rather than too many', () => {
  // Three would make 4.29 a second each, in some second 15 of 14: so each makes 0.92 x 4.
  expect(aloneEvery_ms({ lane: 'transactional', rate: 14, workers: 3 })).toBe(272);
});

test('a worker sends no faster than a mail lasts', () => {
  // Two workers of four mails a second, whatever the rate.
  expect(mailsPerSecond({ lane: 'transactional', rate: 1000, share: 0.3, workers: 2 }, true)).toBe(8);
});
