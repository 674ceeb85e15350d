/** The budgets of the design, asserted on what is counted on the deployed handlers, one kind of work after the other. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type MeasuredKind, type Measurements, measure } from './measure.ts';

let measurements: Measurements;

beforeAll(async () => {
  measurements = await measure();
});

const each = (kind: MeasuredKind, count: number) => count / measurements[kind].of;
const requests = (kind: MeasuredKind): Record<string, number> =>
  Object.fromEntries(
    Object.entries(measurements[kind].requests).map(([name, often]) => [name, each(kind, often)]),
  );
const of = (kind: MeasuredKind) => {
  const { readUnits, writeUnits, mails, outgoing, invocations } = measurements[kind];
  return {
    invocations,
    readUnits: each(kind, readUnits),
    writeUnits: each(kind, writeUnits),
    mails: each(kind, mails.length),
    timers: each(kind, outgoing.filter(({ by }) => by === 'timer').length),
  };
};

describe('what an event asks of AWS', () => {
  test.each([
    ['event-known', 'a placed order', 1],
    ['event-moves', 'its shipping', 0],
  ] as const)(
    '%s (%s) is one read, one write, %i read of its address and write of its item, and at most one timer',
    (kind, _, items) => {
      expect(requests(kind)['dynamodb.GetItem']).toBe(1 + items);
      expect(requests(kind)['dynamodb.PutItem']).toBe(1);
      expect(requests(kind)['dynamodb.UpdateItem'] ?? 0).toBe(items);
      expect(requests(kind)['scheduler.CreateSchedule'] ?? 0).toBeLessThanOrEqual(1);
      expect(of(kind).readUnits).toBe(1 + items);
      // Billed is the larger of the record before and the record after.
      const sizes_bytes = [...measurements['event-known'].records_bytes, ...measurements[kind].records_bytes];
      const record_kilobytes = Math.ceil(Math.max(...sizes_bytes) / 1024);
      expect(of(kind).writeUnits).toBeLessThanOrEqual(record_kilobytes + items);
    },
  );

  test('the first order of a customer also asks whether she was erased, and writes her address, her consent and her order, once', () => {
    expect(requests('event-first')).toMatchObject({
      'dynamodb.GetItem': 3,
      'dynamodb.PutItem': 2,
      'dynamodb.UpdateItem': 2,
    });
    expect(of('event-first').writeUnits).toBeLessThanOrEqual(5);
  });

  test('an order that comes again changes nothing: two reads, whom else it concerns among them, and no write', () => {
    expect(requests('event-repeat')['dynamodb.GetItem']).toBe(2);
    expect([of('event-repeat').readUnits, of('event-repeat').writeUnits]).toEqual([2, 0]);
    expect(of('event-repeat').timers).toBe(0);
  });

  test('an event nobody wants invokes nothing', () => {
    expect(of('event-unwanted')).toMatchObject({ invocations: 0, timers: 0 });
  });
});

describe('what a step asks of AWS', () => {
  test('a sent step at 2 KB is one batch read, three write units, one mail and one timer', () => {
    const sizes_bytes = measurements['step-sent'].records_bytes;
    expect(Math.min(...sizes_bytes)).toBeGreaterThan(1024);
    expect(Math.max(...sizes_bytes)).toBeLessThanOrEqual(2048);
    const { 'sqs.GetQueueAttributes': looks = 0, ...asked } = requests('step-sent');
    // A worker looks at the other lane once in ten seconds: in which it sends 26 mails, 381 ms apart.
    expect(looks * measurements['step-sent'].of).toBeLessThanOrEqual(1);
    expect(asked).toEqual({
      'dynamodb.BatchGetItem': 1,
      'dynamodb.PutItem': 1,
      'dynamodb.UpdateItem': 1,
      'ses.SendEmail': 1,
      'scheduler.CreateSchedule': 1,
    });
    // The brakes come along in one of the reads, once in ten seconds for each worker.
    const brakes_units = measurements['step-sent'].readUnits - 2 * measurements['step-sent'].of;
    expect(brakes_units).toBeGreaterThanOrEqual(0);
    expect(brakes_units).toBeLessThanOrEqual(1);
    expect(of('step-sent').writeUnits).toBeLessThanOrEqual(3);
  });

  test.each(['step-held', 'step-skipped'] as const)('a %s sends nothing and costs no more', (kind) => {
    expect(of(kind).mails).toBe(0);
    expect(of(kind).writeUnits).toBeLessThanOrEqual(of('step-sent').writeUnits);
  });

  test('a step that sends at once needs no Scheduler', () => {
    expect(requests('step-thanks')['scheduler.CreateSchedule'] ?? 0).toBe(0);
  });
});

describe('what feedback and the sweep ask of AWS', () => {
  test('feedback of settled mails is one read for a batch, and one write that counts what was sent', () => {
    const read = { 'dynamodb.BatchGetItem': 1 };
    for (const kind of ['feedback-sent', 'feedback-both'] as const) {
      expect(measurements[kind].requests).toEqual({ ...read, 'dynamodb.UpdateItem': 1 });
    }
    expect(measurements['feedback-delivered'].requests).toEqual(read);
    expect(of('feedback-delivered').writeUnits).toBe(0);
  });

  test('a bounce is written on the touchpoint and on the address, and counted once for its batch of ten', () => {
    expect(requests('feedback-bounced')['dynamodb.UpdateItem']).toBe(2.1);
    expect(of('feedback-bounced').writeUnits).toBe(2.1);
  });

  test('a batch of feedback is one line of the log and one of metrics', () => {
    expect(measurements['feedback-both'].log.length).toBeLessThanOrEqual(2);
  });

  test('an idle sweep asks each shard once, the waiting and the counted, and for unknown order mail, and writes no more than that a round begins', () => {
    expect(requests('sweep-idle')['dynamodb.Query']).toBe(16 + 4 + 1);
    expect(of('sweep-idle').writeUnits).toBe(1);
  });
});
