/** What an invocation is billed for, from what it asked. */
import { describe, expect, test } from 'vitest';
import { billOf, byService, totalOf } from '../../../../infra/proof/bench/cost/bill.ts';
import { logged_bytes } from '../../../../infra/proof/bench/cost/logged.ts';
import { monthBill } from '../../../../infra/proof/bench/cost/month.ts';
import { prices } from '../../../../infra/proof/bench/cost/prices.ts';
import { CauseTally } from '../../../../infra/proof/bench/cost/tally.ts';
import type { Invoked } from '../../../../infra/proof/bench/lab/lab.ts';
import type { Played } from '../../../../infra/proof/bench/lab/play.ts';

const nothing: Invoked = {
  answer: {},
  log: [],
  processor_ms: 0,
  paced_ms: 0,
  requests: {},
  waited_ms: 0,
  readUnits: 0,
  writeUnits: { record: 0, index: 0, touchpoint: 0, order: 0, other: 0 },
  ofBatch: { readUnits: 0, writeUnits: 0 },
  outgoing: [],
  disarmed: [],
  mails: [],
  published: 0,
  records_bytes: [],
};
const mail = { id: '1', from: '', to: [], subject: '', html: '', text: '', headers: {}, tags: {} };
const message = (body: object, request = 1, byTimer = true) => ({
  body: JSON.stringify(body),
  attributes: {},
  request,
  byTimer,
  sent_ms: 0,
  receives: 1,
});
const played = (name: Played['name'], found: Partial<Invoked>, messages = [message({ kind: 'timer' })]) => ({
  name,
  messages,
  found: { ...nothing, ...found },
});
const tallied = (...all: Played[]) => {
  const tally = new CauseTally();
  for (const one of all) tally.add(one);
  return tally;
};
const sent = played('sender', { mails: [{ ...mail, configurationSet: undefined }] });

describe('the cause', () => {
  const causesOf = (one: Played) => [...tallied(one).byCause.keys()];
  const emf = (name: string) =>
    JSON.stringify({
      _aws: { CloudWatchMetrics: [{ Dimensions: [['service']], Metrics: [{ Name: name }] }] },
      service: 's',
    });
  const record = { record: 2, index: 2, touchpoint: 0, order: 0, other: 0 };

  test.each([
    ['sent', sent],
    ['skipped', played('sender', { log: [emf('Skipped')] })],
    ['held', played('sender', { log: [emf('Held')] })],
    ['stale', played('sender', {})],
    ['walked', played('sender', { writeUnits: record })],
    ['look', played('sender', { writeUnits: record }, [message({ kind: 'look' })])],
    ['stale', played('sender', {}, [message({ kind: 'look' })])],
    ['toEverybody', played('ingest', {}, [message({ kind: 'many' })])],
    ['events', played('ingest', {}, [message({ kind: 'told' })])],
    ['feedback', played('feedback', {})],
    ['page', played('pages', {}, [])],
    ['sweep', played('reconcile', {}, [])],
  ] as const)('%s', (cause, one) => expect(causesOf(one)).toEqual([cause]));
});

describe('what is billed', () => {
  test('a processor of 256 MB works 1,769 / 256 times as long, and waits as long as any', () => {
    const tally = tallied(played('sender', { waited_ms: 100, paced_ms: 7, processor_ms: 10 }));
    const billed_ms = 100 + 7 + (10 * 1769) / 256;
    expect(tally.of('stale').billed_ms).toBeCloseTo(billed_ms, 9);
    expect(tally.of('stale').gigabyteSeconds).toBeCloseTo((billed_ms / 1000) * 0.25, 9);
  });

  test('a message is one request in, a tenth of one where ten went by one, and two tenths out', () => {
    const messages = [message({ kind: 'told' }, 0.1, false), message({ kind: 'told' }, 0.1, false)];
    expect(tallied(played('ingest', {}, messages)).of('events').queueRequests).toBeCloseTo(0.6, 9);
  });

  test('what is asked once for a batch is billed by the share of a full one', () => {
    const found = { readUnits: 3, writeUnits: { ...nothing.writeUnits, other: 1 } };
    const tally = tallied(played('feedback', { ...found, ofBatch: { readUnits: 1, writeUnits: 1 } }));
    expect(tally.of('feedback').readUnits).toBeCloseTo(2.01, 9);
    expect(tally.of('feedback').writeUnits.other).toBeCloseTo(0.01, 9);
  });

  test('a line of a batch is billed by the share of a full one, and what it lists of each message wholly', () => {
    const bytesOf = (text: string, share: number) => logged_bytes([text], share) - 350 * share;
    const metrics = (scenario: object) =>
      JSON.stringify({ _aws: { CloudWatchMetrics: [] }, service: 's', ...scenario });
    const alone = metrics({});
    expect(bytesOf(alone, 0.1)).toBeCloseTo((alone.length + 26) / 10, 9);
    const ofScenario = metrics({ scenario: 'welcome' });
    expect(bytesOf(ofScenario, 0.1)).toBeCloseTo(ofScenario.length + 26, 9);
    const lists = { ids: ['t-1', 't-2'] };
    const summary = JSON.stringify({ message: 'batch', level: 'INFO', ...lists });
    const listed = JSON.stringify(lists).length;
    expect(bytesOf(summary, 0.1)).toBeCloseTo(listed + (summary.length + 26 - listed) / 10, 9);
    expect(bytesOf('{"message":"sent"}', 0.1)).toBeCloseTo(18 + 26, 9);
  });

  test('timers cost a dollar a million beyond the free ones, and nothing within them', () => {
    const { byCause } = tallied(sent);
    const at = prices['us-east-1'];
    expect(totalOf(billOf(byCause, at, 1)) - totalOf(billOf(byCause, at, 0))).toBeCloseTo(1, 9);
    expect(byService(billOf(byCause, at, 1)).timers).toBeCloseTo(at.timer.usd, 9);
  });

  test('a store pays for timers from the first beyond 14 million a month on', () => {
    const at = prices['us-east-1'];
    const { byCause } = tallied(sent);
    const bills = { within: billOf(byCause, at, 0), beyond: billOf(byCause, at, 1) };
    const habit = {
      mailsPerOrder: 10,
      timersPerMail: 1,
      keptPerOrder_bytes: 0,
      metrics: 0,
      idle_usd: 0,
      bills,
    };
    const month = (orders: number) => monthBill({ name: 'a', orders }, habit, at).withoutMail_usd;
    expect(month(1_400_000)).toBeCloseTo(14 * totalOf(bills.within), 6);
    expect(month(2_400_000)).toBeCloseTo(24 * totalOf(bills.within) + 10, 6);
  });
});
