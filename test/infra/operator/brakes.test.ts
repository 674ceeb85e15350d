import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { changedBrakes } from '../../../infra/operator/ops/brakes.ts';
import { brakesInWords } from '../../../infra/operator/ops/brakes-in-words.ts';
import { brakesAt, isPausedAt, judgedOf, noBrakes, withKind } from '../../../shared/core/record/brakes.ts';
import { judgedKinds } from '../../../shared/core/values/judged-kind.ts';

const now = Temporal.Instant.from('2026-11-22T01:30:00Z');
const word = { by: 'hana', because: 'wrong prices', since: now };
const scenarios = [{ id: 'welcome' }, { id: 'after-purchase' }, { id: 'welcome' }];

test('a pause adds to what is paused, and its resume takes only that away', () => {
  const marketing = changedBrakes(noBrakes, { action: 'pause', what: 'marketing', word }, scenarios);
  const both = changedBrakes(marketing, { action: 'pause', what: 'welcome', word }, scenarios);
  expect(both.paused).toEqual({ all: false, marketing: true, scenarios: ['welcome'] });
  expect(changedBrakes(both, { action: 'resume', what: 'marketing', word }, scenarios).paused).toEqual({
    all: false,
    marketing: false,
    scenarios: ['welcome'],
  });
});

test('a scenario paused twice is paused once', () => {
  const once = changedBrakes(noBrakes, { action: 'pause', what: 'welcome', word }, scenarios);
  expect(changedBrakes(once, { action: 'pause', what: 'welcome', word }, scenarios)).toEqual(once);
});

test('an unknown scenario is refused with the names that are known', () => {
  expect(() => changedBrakes(noBrakes, { action: 'pause', what: 'wellcome', word }, scenarios)).toThrow(
    'There is no scenario "wellcome": take all, unconfirmed, marketing, transactional, or one of after-purchase, welcome.',
  );
});

test('a scenario that has left the code can still be resumed', () => {
  const paused = { paused: { ...noBrakes.paused, scenarios: ['gone'] } };
  expect(changedBrakes(paused, { action: 'resume', what: 'gone', word }, scenarios)).toEqual(noBrakes);
  expect(() => changedBrakes(paused, { action: 'pause', what: 'gone', word }, scenarios)).toThrow(
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
  const order = (action: 'pause' | 'resume', what: string) => ({ action, what, word });
  const shut = changedBrakes(byBreaker, order('pause', 'unconfirmed'), scenarios);
  expect(brakesInWords(shut)).toMatch(
    /^paused: unconfirmed people’s mail and the sign-up form \(by hana since .*: wrong prices\), marketing mail \(by the breaker/,
  );
  const open = changedBrakes(shut, order('resume', 'unconfirmed'), scenarios);
  expect(open.others).toEqual({ unconfirmed: { judgedFrom: now } });
  expect([open.breaker, open.judgedFrom]).toEqual([trip, undefined]);
  const orders = changedBrakes(noBrakes, order('pause', 'transactional'), scenarios);
  expect(brakesInWords(orders)).toMatch(/^paused: order mail \(by hana/);
});

const trip = { because: 'complaints', percent: 0.1234, sent: 810, at: now } as const;
const byBreaker = { paused: { ...noBrakes.paused, marketing: true }, breaker: trip };

test('the words tell when it was the breaker, and why', () => {
  expect(brakesInWords(byBreaker)).toBe(
    'paused: marketing mail (by the breaker, 2026-11-22T01:30Z: 0.12 % of 810 were reported as spam)',
  );
});

test('only letting marketing go resets the breaker, which then looks at what is sent after', () => {
  expect(changedBrakes(byBreaker, { action: 'resume', what: 'marketing', word }, scenarios)).toEqual({
    ...noBrakes,
    judgedFrom: now,
  });
  for (const [action, what] of [
    ['pause', 'all'],
    ['resume', 'all'],
    ['pause', 'welcome'],
    ['pause', 'marketing'],
  ] as const) {
    const after = changedBrakes(byBreaker, { action, what, word }, scenarios);
    expect(after.breaker).toEqual(trip);
    expect(after.judgedFrom).toBeUndefined();
  }
});

test('the words tell who paused, why, since when, and until when', () => {
  const until = now.add({ hours: 4 });
  const all = changedBrakes(noBrakes, { action: 'pause', what: 'all', word: { ...word, until } }, scenarios);
  expect(brakesInWords(all)).toBe(
    'paused: all mail (by hana since 2026-11-22T01:30Z, until 2026-11-22T05:30Z: wrong prices)',
  );
  const both = changedBrakes(all, { action: 'pause', what: 'welcome', word }, scenarios);
  expect(brakesInWords(both)).toContain(
    'scenario welcome (by hana since 2026-11-22T01:30Z, until somebody resumes it: wrong prices)',
  );
});

test('a pause ends by itself at its moment, and one that was resumed or paused anew has no end left', () => {
  const until = now.add({ hours: 4 });
  const all = changedBrakes(noBrakes, { action: 'pause', what: 'all', word: { ...word, until } }, scenarios);
  expect(brakesAt(all, until.subtract({ milliseconds: 1 })).paused.all).toBe(true);
  expect(brakesAt(all, until)).toEqual(noBrakes);
  const anew = changedBrakes(all, { action: 'pause', what: 'all', word }, scenarios);
  expect(brakesAt(anew, until).paused.all).toBe(true);
  const gone = changedBrakes(all, { action: 'resume', what: 'all', word }, scenarios);
  expect(gone).toEqual(noBrakes);
  // What is over by the moment of the next order is gone from what is stored.
  const later = { ...word, since: until };
  expect(
    changedBrakes(all, { action: 'pause', what: 'welcome', word: later }, scenarios).paused,
  ).toMatchObject({ all: false, scenarios: ['welcome'] });
});

test.each(['unconfirmed', 'marketing', 'transactional', 'welcome'])(
  'a pause of %s ends by itself as one of all does',
  (what) => {
    const until = now.add({ hours: 4 });
    const order = { action: 'pause', what, word: { ...word, until } } as const;
    const paused = changedBrakes(noBrakes, order, scenarios);
    expect(isPausedAt(paused, what, until.subtract({ milliseconds: 1 }))).toBe(true);
    expect(isPausedAt(paused, what, until)).toBe(false);
    expect(brakesAt(paused, until).pauses).toBeUndefined();
  },
);

test.each(judgedKinds)('what the breaker paused of %s keeps its trip, whoever pauses it too', (kind) => {
  const until = now.add({ hours: 4 });
  const tripped = withKind(noBrakes, kind, true, { breaker: trip });
  const both = changedBrakes(tripped, { action: 'pause', what: kind, word: { ...word, until } }, scenarios);
  expect(judgedOf(brakesAt(both, until), kind)).toEqual({ breaker: trip });
  expect(isPausedAt(both, kind, until)).toBe(true);
  const gone = changedBrakes(both, { action: 'resume', what: kind, word }, scenarios);
  expect(judgedOf(gone, kind)).toEqual({ judgedFrom: now });
  expect([gone.pauses, isPausedAt(gone, kind, now)]).toEqual([undefined, false]);
});

test('what the breaker paused ends by no operator’s clock', () => {
  const until = now.add({ hours: 4 });
  const order = { action: 'pause', what: 'marketing', word: { ...word, until } } as const;
  const both = changedBrakes(byBreaker, order, scenarios);
  expect(brakesAt(both, until).paused.marketing).toBe(true);
});
