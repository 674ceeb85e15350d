/** The values of Newcombe (1998), table II, method 10, and two of stores' sizes. */
import { expect, test } from 'vitest';
import { differenceOf } from '../../../../infra/operator/campaign/newcombe.ts';

test.each([
  [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.6, 0.1705, 0.809],
  [10, 10, 0, 10, 1, 0.6075, 1],
  [540, 4500, 45, 500, 0.03, 0.000242, 0.054145],
  [0, 100, 0, 10, 0, -0.277533, 0.036993],
])('%i of %i against %i of %i', (a, m, b, n, is, from, to) => {
  const found = differenceOf({ of: a, all: m }, { of: b, all: n });
  expect(found?.is).toBeCloseTo(is, 4);
  expect(found?.from).toBeCloseTo(from, 4);
  expect(found?.to).toBeCloseTo(to, 4);
});

test('where nobody is on one side there is nothing to compare', () => {
  expect(differenceOf({ of: 1, all: 3 }, { of: 0, all: 0 })).toBeUndefined();
});
