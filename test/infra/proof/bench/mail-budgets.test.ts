import { expect, test } from 'vitest';
import { judgedBudgets } from '../../../../infra/proof/bench/mail-budgets.ts';

const little = { requests: 1, timers: 1, writeUnits: 1, readUnits: 1 };

test('a mail within its budgets is told with what it may take, and where the design wants to come to', () => {
  const { lines, isKept } = judgedBudgets('default', little);
  expect(isKept).toBe(true);
  expect(lines[0]).toMatch(/^requests 1\.00 \(at most 1\d\.\d\d, aim 10\)$/);
  expect(lines).toHaveLength(4);
});

test.each(['requests', 'timers', 'writeUnits', 'readUnits'] as const)(
  'a mail of too many %s is over its budget',
  (what) => {
    const { lines, isKept } = judgedBudgets('default', { ...little, [what]: 100 });
    expect(isKept).toBe(false);
    expect(lines.filter((line) => line.startsWith('OVER ITS BUDGET'))).toHaveLength(1);
  },
);
