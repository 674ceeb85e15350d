import { describe, expect, test } from 'vitest';
import { emptySummary, tally } from '../../../../infra/proof/demo/tally.ts';
import { mail, placed, seen, stats, touchpoint } from './seen.ts';

const skip = (id: string, because: string) => touchpoint({ id, state: 'skipped', because });

test('the summary has the fields that scripts rely on, and no others', () => {
  const customers = new Map([['c-1', seen([touchpoint(), skip('t-2', 'cap-reached')])]]);
  const counters = stats({
    requests: { 'ses.SendEmail': 1, 'dynamodb.PutItem': 2 },
    capacity: { read: 0.1 + 0.2, write: 3 },
    deadLetters: 4,
  });
  const summary = tally({ mails: [mail()], customers, stats: counters }, [placed('o-1')], 1, 2.3456);
  expect(summary).toEqual({
    events: 1,
    customers: 1,
    enrolments: 1,
    mails: { total: 1, byTemplate: { 'order-thanks/thanks': 1 }, byScenario: { 'order-thanks': 1 } },
    skipped: { 'cap-reached': 1 },
    reached: {
      messages: [{ message: 'order-thanks/thanks', should: 2, got: 1, lost: { 'cap-reached': 1 }, by: {} }],
      held: {},
      notLetIn: {},
    },
    duplicates: 0,
    contactPolicy: { inQuietHours: 0, overCaps: 0 },
    deadLetters: 4,
    unknown: 0,
    awsRequests: { 'dynamodb.PutItem': 2, 'ses.SendEmail': 1 },
    capacity: { read: 0.3, write: 3 },
    seconds: 2.35,
  });
  expect(Object.keys(emptySummary(0))).toEqual(Object.keys(summary));
});

test('skips are counted by reason and unknown outcomes apart', () => {
  const a = seen([
    skip('t-1', 'cap-reached'),
    skip('t-2', 'no-consent'),
    touchpoint({ id: 't-3', state: 'unknown' }),
  ]);
  const b = seen([skip('t-4', 'cap-reached')]);
  const customers = new Map([
    ['a', a],
    ['b', b],
  ]);
  const summary = tally({ mails: [], customers, stats: stats() }, [], 0, 0);
  expect(summary.skipped).toEqual({ 'cap-reached': 2, 'no-consent': 1 });
  expect(summary.unknown).toBe(1);
});

describe('duplicates', () => {
  const count = (mails: ReturnType<typeof mail>[], orders: string[]) => {
    const entries = orders.map((order) => placed(order));
    return tally({ mails, customers: new Map(), stats: stats() }, entries, 0, 0).duplicates;
  };

  test('a message of one step that went three times counts two', () => {
    const twice = [mail({ id: 'm-1' }), mail({ id: 'm-2' }), mail({ id: 'm-3' })];
    expect(count(twice, ['o-1', 'o-2', 'o-3'])).toBe(2);
  });

  test('a second thank-you for one order counts though it has an enrolment of its own', () => {
    const other = mail({ id: 'm-2', touchpoint: 't-2', enrolment: 'e-2' });
    expect(count([mail(), other], ['o-1', 'o-1'])).toBe(1);
    expect(count([mail(), other], ['o-1', 'o-2'])).toBe(0);
  });

  test('a repeated thank-you counts once, not by both looks', () => {
    expect(count([mail({ id: 'm-1' }), mail({ id: 'm-2' })], ['o-1'])).toBe(1);
  });

  test('the same step of another customer is no duplicate', () => {
    const other = mail({ id: 'm-2', customer: 'c-2' });
    const entries = [placed('o-1'), placed('o-2', undefined, 'c-2')];
    const customers = new Map();
    expect(tally({ mails: [mail(), other], customers, stats: stats() }, entries, 0, 0).duplicates).toBe(0);
  });
});
