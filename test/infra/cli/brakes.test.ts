import { expect, test } from 'vitest';
import { brakesInWords, changedBrakes } from '../../../infra/cli/brakes.ts';
import { noBrakes } from '../../../shared/core/brakes.ts';

const scenarios = [{ id: 'welcome' }, { id: 'after-purchase' }, { id: 'welcome' }];

test('a pause adds to what is paused, and its resume takes only that away', () => {
  const marketing = changedBrakes(noBrakes, 'pause', 'marketing', scenarios);
  const both = changedBrakes(marketing, 'pause', 'welcome', scenarios);
  expect(both.paused).toEqual({ all: false, marketing: true, scenarios: ['welcome'] });
  expect(changedBrakes(both, 'resume', 'marketing', scenarios).paused).toEqual({
    all: false,
    marketing: false,
    scenarios: ['welcome'],
  });
});

test('a scenario paused twice is paused once', () => {
  const once = changedBrakes(noBrakes, 'pause', 'welcome', scenarios);
  expect(changedBrakes(once, 'pause', 'welcome', scenarios)).toEqual(once);
});

test('an unknown scenario is refused with the names that are known', () => {
  expect(() => changedBrakes(noBrakes, 'pause', 'wellcome', scenarios)).toThrow(
    'There is no scenario "wellcome": take all, marketing, or one of after-purchase, welcome.',
  );
});

test('a scenario that has left the code can still be resumed', () => {
  const paused = { paused: { ...noBrakes.paused, scenarios: ['gone'] } };
  expect(changedBrakes(paused, 'resume', 'gone', scenarios)).toEqual(noBrakes);
  expect(() => changedBrakes(paused, 'pause', 'gone', scenarios)).toThrow('no scenario "gone"');
});

test('the words name every brake', () => {
  expect(brakesInWords(noBrakes)).toBe('nothing is paused');
  expect(brakesInWords({ paused: { all: true, marketing: true, scenarios: ['welcome'] } })).toBe(
    'paused: all mail, marketing mail, scenario welcome',
  );
});
