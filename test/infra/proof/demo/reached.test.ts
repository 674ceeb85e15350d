import { expect, test } from 'vitest';
import { reachedOf } from '../../../../infra/proof/demo/reached.ts';
import { demoReport } from '../../../../infra/proof/demo/report.ts';
import { tally } from '../../../../infra/proof/demo/tally.ts';
import { seen, stats, touchpoint } from './seen.ts';

const late = touchpoint({ state: 'skipped', because: 'too-late', template: 'a', by: 'b' });
const customers = [
  seen([
    touchpoint({ template: 'a' }),
    touchpoint({ template: 'a', state: 'would-send', because: 'dry-run' }),
    late,
    touchpoint({ template: 'a', state: 'skipped', because: 'holdout' }),
    touchpoint({ template: 'b' }),
  ]),
  seen(
    [
      { ...late, by: undefined },
      touchpoint({ template: 'a', state: 'unknown', because: 'outcome-unknown' }),
      touchpoint({ template: 'c', state: 'skipped', because: 'when-not-met' }),
    ],
    {
      enrolments: [
        { id: 'e-1', held: 'cap-reached' },
        { id: 'e-2', held: 'cap-reached', ended: { at: '2026-01-10T18:00:00Z' } },
        { id: 'e-3' },
      ],
      not: [{ scenario: 'win-back', why: 'g' }, { scenario: 'welcome' }],
    },
  ),
];

test('of each message it is told who got it of those who should, and why the others did not', () => {
  expect(reachedOf(customers)).toEqual({
    messages: [
      { message: 'a', should: 5, got: 2, lost: { 'outcome-unknown': 1, 'too-late': 2 }, by: { b: 1 } },
      { message: 'b', should: 1, got: 1, lost: {}, by: {} },
    ],
    held: { 'cap-reached': 1 },
    notLetIn: { 'welcome not-in-limit': 1, 'win-back group-running': 1 },
  });
});

test('the report ends with reach, the worst first, and with what is lost', () => {
  const found = new Map(customers.map((customer, nth) => [`c-${nth}`, customer]));
  const text = demoReport(tally({ mails: [], customers: found, stats: stats() }, [], 1, 1), []);
  expect(text).toMatch(/\na +5 +2 +40 % +too-late 2, outcome-unknown 1 +b 1\nb +1 +1 +100 %/);
  expect(text).toMatch(/\nall +6 +3 +50 %/);
  expect(text).toMatch(/cap-reached +1\n/);
  expect(text).toMatch(/win-back group-running +1\n/);
});

test('where nothing came to be due the report says so', () => {
  const text = demoReport(tally({ mails: [], customers: new Map(), stats: stats() }, [], 1, 1), []);
  expect(text).toContain('No message came to be due.');
});
