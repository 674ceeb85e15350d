import { expect, test } from 'vitest';
import { brokenSummary, noTotals, seedTable } from './sim-report.ts';

test('seeds stand five in a row, each with its steps', () => {
  const played = Array.from({ length: 6 }, (_, nth) => ({ seed: 40 + nth, steps: 1000 + nth }));
  expect(seedTable(played, { ...noTotals(), steps: 6015, mails: 12 }).split('\n')).toEqual([
    '| seed | steps | seed | steps | seed | steps | seed | steps | seed | steps |',
    '|---|--:|---|--:|---|--:|---|--:|---|--:|',
    '| 40 | 1,000 | 41 | 1,001 | 42 | 1,002 | 43 | 1,003 | 44 | 1,004 |',
    '| 45 | 1,005 |  |  |  |  |  |  |  |  |',
    '',
    '6 seeds, 6,015 steps, 12 mails accepted: every promise kept.',
  ]);
});

test('what broke is told with the command that plays it again', () => {
  const violation = {
    invariant: 'nothing is sent twice',
    detail: 't-1',
    step: 1234,
    at: '2027-11-05T00:00:00Z',
  };
  const play = { seed: 7, customers: 30, days: 120, faults: ['stall'], scenarios: 'both' } as const;
  const told = brokenSummary(violation, play);
  expect(told).toContain('nothing is sent twice');
  expect(told.split('\n')).toContain(
    'npm run sim -- --seed 7 --customers 30 --days 120 --scenarios both --faults stall --steps 1',
  );
});
