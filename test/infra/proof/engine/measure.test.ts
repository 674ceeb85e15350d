import { expect, test } from 'vitest';
import { measureEngine } from '../../../../infra/proof/engine/measure.ts';

test('the same events are played with the library as it ships and with five times as many scenarios', () => {
  const [one, five] = measureEngine(1);
  expect([one.scenarios, five.scenarios]).toEqual([70, 350]);
  expect([one.events, five.events]).toEqual([1437, 1437]);
  expect(five.decided_us).toBeGreaterThan(0);
});
