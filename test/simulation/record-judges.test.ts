/** What the simulation's judges of one stored record say of records that are sound, and of those that are not. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { openBook } from '../../shared/core/language/scenario-book.ts';
import { type Customer, type Enrolment, newCustomer } from '../../shared/core/record/customer.ts';
import type { RecentSend } from '../../shared/core/record/recent-send.ts';
import { parseSettings } from '../../shared/settings/settings.ts';
import { marketing, send, templates, waitFor } from '../support/scenarios.ts';
import { exampleSettings } from '../support/store-in-memory.ts';
import { CampaignModel } from './campaign-model.ts';
import { Joins } from './join-checks.ts';
import { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import { recordFault } from './record-checks.ts';
import { Truth } from './truth.ts';
import { walkFaults } from './walk-checks.ts';

const at = Temporal.Instant.from('2026-03-02T03:30:00Z');
const week = { days: 7 };
const older = marketing({ steps: [waitFor('first', week), waitFor('second', week), send('a')] });
const newer = marketing({
  version: 2,
  inFlight: { move: { second: 'second-anew' } },
  steps: [waitFor('second-anew', week), send('a')],
});
const nobody = newCustomer('main', 'c-1');

const parts: OracleParts = {
  truth: new Truth(),
  settings: parseSettings(exampleSettings),
  book: openBook([older, newer], templates),
  now: () => ({ step: 1, at }),
  campaigns: new CampaignModel(),
  isPaused: () => false,
};

function judge(asks: (oracle: Oracle) => void): string | undefined {
  const oracle = new Oracle(parts);
  asks(oracle);
  return oracle.violation?.invariant;
}

const pending = (count: number, minutesAgo: number): Customer['pending'] =>
  Array.from({ length: count }, (_, n) => ({
    id: `e-${minutesAgo}-${n}`,
    name: 'HumanTask',
    detail: {},
    at: at.subtract({ minutes: minutesAgo }),
    by: 'e',
  }));

const bounds = (events: Customer['pending']) =>
  judge((oracle) =>
    recordFault(oracle, {
      before: undefined,
      after: { ...nobody, version: 1, pending: events },
      waking: {},
      at,
    }),
  );

test('of events for the bus a burst stays whole while it is fresh, and sixteen lie there beyond that', () => {
  expect(bounds(pending(16, 90))).toBeUndefined();
  expect(bounds(pending(17, 90))).toBe('a list stays within its bound');
  expect(bounds(pending(17, 30))).toBeUndefined();
  expect(bounds(pending(64, 30))).toBeUndefined();
  expect(bounds(pending(65, 30))).toBe('a list stays within its bound');
  expect(bounds([...pending(12, 90), ...pending(5, 30)])).toBe('a list stays within its bound');
});

test('a save that adds no event for the bus may leave as many as there were', () => {
  const left = pending(36, 61);
  const saved = (after: Customer['pending']) =>
    judge((oracle) =>
      recordFault(oracle, {
        before: { ...nobody, version: 1, pending: left },
        after: { ...nobody, version: 2, pending: after },
        waking: {},
        at,
      }),
    );
  expect(saved(left)).toBeUndefined();
  expect(saved([...left, ...pending(1, 0)])).toBe('a list stays within its bound');
});

const claimed = (count: number, minutesAgo: number, more: Partial<RecentSend> = {}): RecentSend[] =>
  Array.from({ length: count }, (_, n) => ({
    touchpoint: `t-${minutesAgo}-${n}`,
    enrolment: `e-${n}`,
    scenario: 'order-thanks',
    version: 1,
    step: 'thanks',
    kind: 'transactional',
    arm: 1,
    at: at.subtract({ minutes: minutesAgo }),
    since: at.subtract({ minutes: minutesAgo }),
    state: 'claimed',
    because: 'allowed',
    ...more,
  }));

const boundsOfSends = (sends: Customer['sends']) =>
  judge((oracle) =>
    recordFault(oracle, { before: undefined, after: { ...nobody, version: 1, sends }, waking: {}, at }),
  );

test('forty claims lie in a record, and order mail of the last hour or refused at its second try beside them', () => {
  expect(boundsOfSends(claimed(40, 90))).toBeUndefined();
  expect(boundsOfSends(claimed(41, 90))).toBe('a list stays within its bound');
  expect(boundsOfSends([...claimed(40, 90), ...claimed(30, 20)])).toBeUndefined();
  expect(boundsOfSends(claimed(60, 90, { because: 'daily-quota' }))).toBeUndefined();
  expect(boundsOfSends(claimed(41, 20, { kind: 'marketing' }))).toBe('a list stays within its bound');
});

const waiting: Enrolment = {
  id: 'e-1',
  scenario: 'letters',
  version: 1,
  lane: 'marketing',
  key: 'o-1',
  enteredAt: at.subtract({ hours: 24 * 8 }),
  step: 'first',
  since: at.subtract({ hours: 24 * 8 }),
  due: at.subtract({ hours: 24 }),
  arm: 1,
};
const moved: Enrolment = { ...waiting, version: 2, step: 'second-anew', due: at.add({ hours: 24 }), arm: 3 };
const doze = { until: at.add({ hours: 24 * 6 }), over: 1 };

const moves = (known: Enrolment, next: Enrolment) =>
  judge((oracle) =>
    walkFaults(oracle, parts, { ...nobody, enrolments: [known] }, { ...nobody, enrolments: [next] }),
  );

test('a record takes 40 KB in peace, and twice that while a burst of orders is fresh', () => {
  const sizeOf = (kilobytes: number, events: number, minutesAgo: number) => {
    const labels = Array.from({ length: 32 }, (_, n) => `${n}`.padEnd(32 * kilobytes, 'x'));
    const after = { ...nobody, version: 8, labels, pending: pending(events, minutesAgo) };
    return judge((oracle) =>
      recordFault(oracle, { before: { ...nobody, version: 7 }, after, waking: {}, at }),
    );
  };
  expect(sizeOf(34, 16, 30)).toBeUndefined();
  expect(sizeOf(41, 16, 30)).toBe('a record stays small');
  expect(sizeOf(41, 17, 30)).toBeUndefined();
  expect(sizeOf(81, 17, 30)).toBe('a record stays small');
});

test('who dozed past a wait is moved from the step behind it; who did not pass it, and who never dozed, from none', () => {
  expect(moves({ ...waiting, doze }, moved)).toBeUndefined();
  expect(moves({ ...waiting, doze }, { ...moved, arm: 2 })).toBe('who is to stay keeps her version');
  expect(moves(waiting, moved)).toBe('who is to stay keeps her version');
  expect(moves({ ...waiting, step: 'second' }, { ...moved, arm: 2 })).toBeUndefined();
});

test('a record that is another’s is saved again by the second try of what it had claimed', () => {
  const shell = { ...nobody, version: 2, mergedInto: 'c-2' };
  const later = { ...shell, version: 3 };
  const joins = (before: Customer, after: Customer) => new Joins(new Oracle(parts)).saved(before, after);
  expect(joins(shell, later)).toBe(false);
  expect(joins(shell, { ...later, mergedInto: 'c-3' })).toBe(true);
});
