import { expect, test } from 'vitest';
import { keptScores, mutatedRooms, scoreOf, toKeep } from './score.ts';

const report = (...states: string[]) => ({
  files: { 'a.ts': { mutants: states.map((status) => ({ status })) } },
});

test('each room of core and service has a score, or says that nobody has measured it', () => {
  expect(Object.keys(keptScores()).toSorted()).toEqual(mutatedRooms.toSorted());
});

test('found is what a test killed or what never ended; what could not be run does not count', () => {
  expect(scoreOf(report('Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError', 'Ignored'))).toBe(50);
  expect(scoreOf(report('Ignored'))).toBeUndefined();
});

test('half a point is left to chance, and a score is never below nothing', () => {
  expect([81.6, 81.4, 100, 0.2].map(toKeep)).toEqual([81, 80, 99, 0]);
});
