import { expect, test } from 'vitest';
import { switched, UnknownScenarioSwitch } from '../../../shared/core/language/switches/scenario-switches.ts';
import { marketing } from '../../support/scenarios.ts';

const [welcome, sale] = [
  { ...marketing(), id: 'welcome' },
  { ...marketing(), id: 'sale', enabled: false, limit: { percent: 20 } },
] as const;

test('without a word of the deployment each scenario runs as it was released', () => {
  expect(switched([welcome, sale])).toEqual([welcome, sale]);
});

test('a scenario that ships switched off is switched on for one deployment, another is switched off', () => {
  const [first, second] = switched([welcome, sale], { sale: { on: true }, welcome: { on: false } });
  expect([first?.enabled, second?.enabled]).toEqual([false, true]);
});

test('a percentage narrows the limit of the scenario and never widens it', () => {
  const percents = (percent: number) =>
    switched([welcome, sale], { '*': { percent } }).map(({ limit }) => limit?.percent);
  expect(percents(10)).toEqual([10, 10]);
  expect(percents(50)).toEqual([50, 20]);
});

test('pilots narrow the limit of the scenario likewise, beside its percentage', () => {
  const [first, second] = switched([welcome, sale], { '*': { pilot: 5 } });
  expect([first?.limit, second?.limit]).toEqual([{ pilot: 5 }, { percent: 20, pilot: 5 }]);
  expect(switched([welcome], { welcome: { pilot: 0 } })[0]?.enabled).toBe(false);
});

test('one in which nobody is any more is off', () => {
  expect(switched([welcome], { welcome: { on: true, ended: true } })[0]?.enabled).toBe(false);
});

test('none of a hundred is the same as off', () => {
  expect(switched([welcome], { welcome: { percent: 0 } })[0]).toEqual({ ...welcome, enabled: false });
});

test('the word for all others leaves notices about orders alone', () => {
  const notice = { ...welcome, id: 'notice', kind: 'transactional' as const };
  expect(switched([notice], { '*': { percent: 10 } })).toEqual([notice]);
  expect(switched([notice], { notice: { percent: 10 } })[0]?.limit?.percent).toBe(10);
});

test('a scenario that is named is not touched by the word for all others', () => {
  const [first, second] = switched([welcome, sale], { '*': { percent: 10 }, welcome: {} });
  expect([first?.limit?.percent, second?.limit?.percent]).toEqual([undefined, 10]);
});

test('a name that is no scenario is refused with those that are', () => {
  expect(() => switched([welcome], { wellcome: { on: true } })).toThrow(UnknownScenarioSwitch);
  expect(() => switched([welcome], { wellcome: { on: true } })).toThrow('take one of welcome');
});
