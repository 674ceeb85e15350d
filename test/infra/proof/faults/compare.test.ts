import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Aftermath } from '../../../../infra/proof/demo/tally.ts';
import { comparePlays } from '../../../../infra/proof/faults/compare.ts';
import { brokenPromise } from '../../../../infra/proof/faults/verdict.ts';

const stats = { requests: {}, queues: {}, capacity: { read: 0, write: 0 }, deadLetters: 0, mails: 0 };

interface Left {
  readonly id: string;
  readonly state?: string;
  readonly mails?: number;
  readonly kind?: string;
  readonly at?: string;
}

/** What a play left of one customer. */
function left(touchpoints: readonly Left[], orders = 1): Aftermath {
  const rest = { enrolment: 'e', step: 's', template: 't', because: 'accepted', scenario: 'tips' };
  const at = '2026-01-10T10:00:00Z';
  const outcomeOf = touchpoints.map(({ id, state = 'sent', kind = 'marketing', at: when = at }) => ({
    ...rest,
    id,
    state,
    kind,
    at: when,
  }));
  const mails = touchpoints.flatMap(({ id, mails: count = 1 }) =>
    Array.from({ length: count }, (_, nth) => ({
      ...rest,
      kind: 'marketing',
      id: `${id}-${nth}`,
      subject: '',
      customer: 'c',
      touchpoint: id,
      at,
    })),
  );
  return {
    stats,
    mails,
    customers: new Map([['c', { customer: { lifecycle: { orders } }, touchpoints: outcomeOf }]]),
  };
}

const entry = (at: string) => ({
  at: Temporal.Instant.from(at),
  source: 'storefront',
  detailType: 'OrderPlaced',
  detail: '{}',
  customer: 'c',
});
const calm = { deadLetters: 0, enrolments: { without: 1, with: 1 }, withoutCause: 0, kills: 0 };

test('two plays that left the same are equal, and the contract held', () => {
  const comparison = comparePlays(left([{ id: 'a' }]), left([{ id: 'a' }]), [], new Set());
  expect(comparison).toMatchObject({
    touchpoints: { without: 1, with: 1, equal: 1 },
    mails: { without: 1, with: 1 },
  });
  expect(brokenPromise({ comparison, ...calm })).toEqual([]);
});

test('each way to break the contract is named', () => {
  const without = left([{ id: 'lost' }, { id: 'twice' }, { id: 'unsettled' }], 1);
  const faulty = left(
    [
      { id: 'twice', mails: 2 },
      { id: 'unsettled', state: 'unknown' },
    ],
    2,
  );
  const comparison = comparePlays(without, faulty, [], new Set());
  const ending = {
    comparison,
    deadLetters: 1,
    enrolments: { without: 3, with: 2 },
    withoutCause: 3,
    kills: 2,
  };
  expect(brokenPromise(ending)).toEqual([
    'mails lost: 1',
    'mails twice that nobody counted: 1',
    'touchpoints that differ: 1',
    'customers whose record differs: 1',
    'dead letters left: 1',
    'enrolments more or fewer: 1',
    'unknown without a cause, beyond one for each kill: 1',
  ]);
});

test('what is counted breaks nothing: unknown mails, and a transactional one that went once more', () => {
  const thanks = { id: 'thanks', kind: 'transactional' };
  const without = left([{ id: 'tip' }, thanks]);
  const faulty = left([
    { id: 'tip', state: 'unknown', mails: 0 },
    { ...thanks, mails: 2 },
  ]);
  const comparison = comparePlays(without, faulty, [], new Set(['thanks']));
  expect(comparison.unknown).toMatchObject([{ touchpoint: 'tip', kind: 'marketing' }]);
  expect(comparison.twiceCounted).toBe(1);
  expect(brokenPromise({ comparison, ...calm, withoutCause: 1, kills: 1 })).toEqual([]);
});

test('an order of hers within two hours makes a marketing message that was not reached a race', () => {
  const two = left([{ id: 'a' }, { id: 'b', at: '2026-01-20T10:00:00Z' }]);
  const comparison = comparePlays(two, left([]), [entry('2026-01-10T12:00:00Z')], new Set());
  expect(comparison.raced.map(({ touchpoint }) => touchpoint)).toEqual(['a']);
  expect(comparison.lost.map(({ touchpoint }) => touchpoint)).toEqual(['b']);
  const thanks = left([{ id: 'thanks', kind: 'transactional' }]);
  expect(comparePlays(thanks, left([]), [entry('2026-01-10T10:00:00Z')], new Set()).lost).toHaveLength(1);
});
