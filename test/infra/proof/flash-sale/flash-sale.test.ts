/** A flash sale where Scheduler takes few schedules a second: what it refuses is put off, and stands in the end. */
import { expect, test } from 'vitest';
import { arrivals_ms, playFlashSale } from '../../../../infra/proof/flash-sale/play.ts';
import { isKept, reportOf } from '../../../../infra/proof/flash-sale/report.ts';

/** The sale of 100,000 orders at 250 schedules a second, two hundred times smaller. */
const small = { orders: 500, minutes: 30, rate: 1, sendRate: 3 };

test('most orders of a sale come early, and all within its time', () => {
  const arrivals = arrivals_ms(small);
  expect(arrivals).toHaveLength(500);
  expect(arrivals).toEqual(arrivals.toSorted((a, b) => a - b));
  // Half of them within a tenth of the time times the logarithm of two.
  expect(arrivals.filter((ms) => ms < 30 * 60_000 * 0.0694)).toHaveLength(250);
  expect(arrivals.at(-1)).toBeLessThanOrEqual(30 * 60_000);
});

test('what Scheduler refuses waits in its lane and stands in the end; no thank-you and no order waits for it', async () => {
  const [scarce, plenty] = [await playFlashSale(small), await playFlashSale({ ...small, rate: 5000 })];
  const { asked, taken, refused } = scarce.schedules;
  expect(refused).toBeGreaterThan(50);
  expect(taken + refused).toBe(asked);
  const { transactional, marketing, cameBack } = scarce.putOff;
  expect([transactional + marketing, cameBack]).toEqual([refused, refused]);
  // Every order has its series, and one of ten a reminder to pay.
  expect(scarce.judged).toEqual({ lanes: 550, unarmed: [], missed: [] });
  expect(scarce.ingestWaited_ms).toBe(0);
  expect(scarce.thanks).toEqual(plenty.thanks);
  expect(scarce.thanks.sent).toBe(500);
  expect(plenty.schedules).toEqual({ asked: 550, taken: 550, refused: 0 });
  expect(scarce.allStandAfter_s).toBeGreaterThan(60);
  // The thank-you of the last order names the alarm of what comes next, which is armed while its mail is on its way.
  expect(plenty.allStandAfter_s).toBe(0.07);
  const played = [
    { rate: 1, sale: scarce },
    { rate: 5000, sale: plenty },
  ];
  expect(played.map((one) => isKept(small, one))).toEqual([true, true]);
  expect(reportOf(small, played)).toMatch(/schedules refused +\d+ +0\n[\s\S]*Every promise was kept\.\n$/);
});

test('a customer without an alarm is a broken promise', async () => {
  const sale = await playFlashSale({ ...small, orders: 20 });
  const judged = { ...sale.judged, unarmed: ['c-1 marketing'] };
  expect(reportOf({ ...small, orders: 20 }, [{ rate: 1, sale: { ...sale, judged } }])).toMatch(
    /A promise was broken at 1 a second\./,
  );
});

test('the alarms ring in the days after the sale, and no due is missed then either', async () => {
  const { schedules, putOff, judged } = await playFlashSale({ ...small, orders: 100, days: 7 });
  // More than one for each lane: those of the first days have rung, and named the next.
  expect(schedules.taken).toBeGreaterThan(150);
  expect(putOff.cameBack).toBe(putOff.transactional + putOff.marketing);
  expect([judged.unarmed, judged.missed]).toEqual([[], []]);
});
