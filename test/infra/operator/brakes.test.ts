import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { brakesInWords, changedBrakes } from '../../../infra/operator/ops/brakes.ts';
import { noBrakes } from '../../../shared/core/record/brakes.ts';

const now = Temporal.Instant.from('2026-11-22T01:30:00Z');
const scenarios = [{ id: 'welcome' }, { id: 'after-purchase' }, { id: 'welcome' }];

test('a pause adds to what is paused, and its resume takes only that away', () => {
  const marketing = changedBrakes(noBrakes, { action: 'pause', what: 'marketing', at: now }, scenarios);
  const both = changedBrakes(marketing, { action: 'pause', what: 'welcome', at: now }, scenarios);
  expect(both.paused).toEqual({ all: false, marketing: true, scenarios: ['welcome'] });
  expect(changedBrakes(both, { action: 'resume', what: 'marketing', at: now }, scenarios).paused).toEqual({
    all: false,
    marketing: false,
    scenarios: ['welcome'],
  });
});

test('a scenario paused twice is paused once', () => {
  const once = changedBrakes(noBrakes, { action: 'pause', what: 'welcome', at: now }, scenarios);
  expect(changedBrakes(once, { action: 'pause', what: 'welcome', at: now }, scenarios)).toEqual(once);
});

test('an unknown scenario is refused with the names that are known', () => {
  expect(() => changedBrakes(noBrakes, { action: 'pause', what: 'wellcome', at: now }, scenarios)).toThrow(
    'There is no scenario "wellcome": take all, unconfirmed, marketing, transactional, or one of after-purchase, welcome.',
  );
});

test('a scenario that has left the code can still be resumed', () => {
  const paused = { paused: { ...noBrakes.paused, scenarios: ['gone'] } };
  expect(changedBrakes(paused, { action: 'resume', what: 'gone', at: now }, scenarios)).toEqual(noBrakes);
  expect(() => changedBrakes(paused, { action: 'pause', what: 'gone', at: now }, scenarios)).toThrow(
    'no scenario "gone"',
  );
});

test('the words name every brake', () => {
  expect(brakesInWords(noBrakes)).toBe('nothing is paused');
  expect(brakesInWords({ paused: { all: true, marketing: true, scenarios: ['welcome'] } })).toBe(
    'paused: all mail, marketing mail, scenario welcome',
  );
});

test('each kind is paused and let go by its name, and letting it go has the breaker begin anew for it alone', () => {
  const order = (action: 'pause' | 'resume', what: string) => ({ action, what, at: now });
  const shut = changedBrakes(byBreaker, order('pause', 'unconfirmed'), scenarios);
  expect(brakesInWords(shut)).toMatch(
    /^paused: unconfirmed people’s mail and the sign-up form, marketing mail \(by the breaker/,
  );
  const open = changedBrakes(shut, order('resume', 'unconfirmed'), scenarios);
  expect(open.others).toEqual({ unconfirmed: { judgedFrom: now } });
  expect([open.breaker, open.judgedFrom]).toEqual([trip, undefined]);
  const orders = changedBrakes(noBrakes, order('pause', 'transactional'), scenarios);
  expect(brakesInWords(orders)).toBe('paused: order mail');
});

const trip = { because: 'complaints', percent: 0.1234, sent: 810, at: now } as const;
const byBreaker = { paused: { ...noBrakes.paused, marketing: true }, breaker: trip };

test('the words tell when it was the breaker, and why', () => {
  expect(brakesInWords(byBreaker)).toBe(
    'paused: marketing mail (by the breaker, 2026-11-22T01:30Z: 0.12 % of 810 were reported as spam)',
  );
});

test('only letting marketing go resets the breaker, which then looks at what is sent after', () => {
  expect(changedBrakes(byBreaker, { action: 'resume', what: 'marketing', at: now }, scenarios)).toEqual({
    ...noBrakes,
    judgedFrom: now,
  });
  for (const [action, what] of [
    ['pause', 'all'],
    ['resume', 'all'],
    ['pause', 'welcome'],
    ['pause', 'marketing'],
  ] as const) {
    const after = changedBrakes(byBreaker, { action, what, at: now }, scenarios);
    expect(after.breaker).toEqual(trip);
    expect(after.judgedFrom).toBeUndefined();
  }
});
