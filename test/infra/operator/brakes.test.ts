import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { brakesInWords, changedBrakes } from '../../../infra/operator/ops/brakes.ts';
import { noBrakes } from '../../../shared/core/record/brakes.ts';

const now = Temporal.Instant.from('2026-11-22T01:30:00Z');
const scenarios = [{ id: 'welcome' }, { id: 'after-purchase' }, { id: 'welcome' }];

test('a pause adds to what is paused, and its resume takes only that away', () => {
  const marketing = changedBrakes(noBrakes, 'pause', 'marketing', scenarios, now);
  const both = changedBrakes(marketing, 'pause', 'welcome', scenarios, now);
  expect(both.paused).toEqual({ all: false, marketing: true, scenarios: ['welcome'] });
  expect(changedBrakes(both, 'resume', 'marketing', scenarios, now).paused).toEqual({
    all: false,
    marketing: false,
    scenarios: ['welcome'],
  });
});

test('a scenario paused twice is paused once', () => {
  const once = changedBrakes(noBrakes, 'pause', 'welcome', scenarios, now);
  expect(changedBrakes(once, 'pause', 'welcome', scenarios, now)).toEqual(once);
});

test('an unknown scenario is refused with the names that are known', () => {
  expect(() => changedBrakes(noBrakes, 'pause', 'wellcome', scenarios, now)).toThrow(
    'There is no scenario "wellcome": take all, marketing, or one of after-purchase, welcome.',
  );
});

test('a scenario that has left the code can still be resumed', () => {
  const paused = { paused: { ...noBrakes.paused, scenarios: ['gone'] } };
  expect(changedBrakes(paused, 'resume', 'gone', scenarios, now)).toEqual(noBrakes);
  expect(() => changedBrakes(paused, 'pause', 'gone', scenarios, now)).toThrow('no scenario "gone"');
});

test('the words name every brake', () => {
  expect(brakesInWords(noBrakes)).toBe('nothing is paused');
  expect(brakesInWords({ paused: { all: true, marketing: true, scenarios: ['welcome'] } })).toBe(
    'paused: all mail, marketing mail, scenario welcome',
  );
});

const trip = { because: 'complaints', percent: 0.1234, sent: 810, at: now } as const;
const byBreaker = { paused: { ...noBrakes.paused, marketing: true }, breaker: trip };

test('the words tell when it was the breaker, and why', () => {
  expect(brakesInWords(byBreaker)).toBe(
    'paused: marketing mail (by the breaker, 2026-11-22T01:30Z: 0.12 % of 810 were called spam)',
  );
});

test('only letting marketing go resets the breaker, which then looks at what is sent after', () => {
  expect(changedBrakes(byBreaker, 'resume', 'marketing', scenarios, now)).toEqual({
    ...noBrakes,
    judgedFrom: now,
  });
  for (const [action, what] of [
    ['pause', 'all'],
    ['resume', 'all'],
    ['pause', 'welcome'],
    ['pause', 'marketing'],
  ] as const) {
    const after = changedBrakes(byBreaker, action, what, scenarios, now);
    expect(after.breaker).toEqual(trip);
    expect(after.judgedFrom).toBeUndefined();
  }
});
