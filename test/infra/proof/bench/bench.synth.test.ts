/** The budgets of the design, asserted on what the bench counts on the deployed handlers. */
import { beforeAll, describe, expect, test } from 'vitest';
import { holds } from '../../../../infra/proof/bench/bundle/bundle-figures.ts';
import {
  type Bundle,
  bundleOf,
  bundleOfText,
  functionNames,
} from '../../../../infra/proof/bench/bundle/bundles.ts';
import { total } from '../../../../infra/proof/bench/cost/lines.ts';
import { monthBill } from '../../../../infra/proof/bench/cost/month.ts';
import { prices } from '../../../../infra/proof/bench/cost/prices.ts';
import { costOf, type Piece } from '../../../../infra/proof/bench/cost/work.ts';
import { type Figures, figures } from '../../../../infra/proof/bench/figures.ts';
import { type MeasuredKind, type Measurements, measure } from '../../../../infra/proof/bench/lab/measure.ts';

let measurements: Measurements;
let found: Figures;

beforeAll(async () => {
  measurements = await measure();
  found = figures(measurements);
});

const requests = (kind: MeasuredKind) => found.perKind[kind].requests;
const of = (kind: MeasuredKind): Piece => found.perKind[kind];

describe('what an event asks of AWS', () => {
  test.each(['event-known', 'event-moves'] as const)('%s is one read, one write and one timer', (kind) => {
    expect(requests(kind)['dynamodb.GetItem']).toBe(1);
    expect(requests(kind)['dynamodb.PutItem']).toBe(1);
    expect(requests(kind)['dynamodb.UpdateItem'] ?? 0).toBe(0);
    expect(requests(kind)['scheduler.CreateSchedule']).toBe(1);
    expect(of(kind).readUnits).toBe(1);
    // Billed is the larger of the record before and the record after.
    const sizes_bytes = [...measurements['event-known'].records_bytes, ...measurements[kind].records_bytes];
    const record_kilobytes = Math.ceil(Math.max(...sizes_bytes) / 1024);
    expect(of(kind).writeUnits).toBeLessThanOrEqual(record_kilobytes + 2);
  });

  test('the first event of a customer also asks whether she was erased, and writes her address and her consent, once', () => {
    expect(requests('event-first')).toMatchObject({
      'dynamodb.GetItem': 2,
      'dynamodb.PutItem': 2,
      'dynamodb.UpdateItem': 1,
    });
    expect(of('event-first').writeUnits).toBeLessThanOrEqual(4);
  });

  test('an event that changes nothing is one read and no write', () => {
    expect(requests('event-repeat')['dynamodb.GetItem']).toBe(1);
    expect([of('event-repeat').readUnits, of('event-repeat').writeUnits]).toEqual([1, 0]);
    expect(of('event-repeat').timers).toBe(0);
  });

  test('an event nobody wants invokes nothing', () => {
    expect(of('event-unwanted')).toMatchObject({ invocations: 0, queueRequests: 0, requests: {} });
  });
});

describe('what a step asks of AWS', () => {
  test('a sent step at 2 KB is one batch read, five write units, one mail, one timer and 1.2 queue messages', () => {
    const sizes_bytes = measurements['step-sent'].records_bytes;
    expect(Math.min(...sizes_bytes)).toBeGreaterThan(1024);
    expect(Math.max(...sizes_bytes)).toBeLessThanOrEqual(2048);
    expect(requests('step-sent')).toEqual({
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
    expect(of('step-sent').writeUnits).toBeLessThanOrEqual(5);
    expect(of('step-sent').queueRequests).toBeLessThanOrEqual(1.2);
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

  test('a batch of feedback counts once', () => {
    expect(measurements['feedback-both'].log.lines).toBeLessThanOrEqual(1);
  });

  test('an idle sweep asks each shard once, the waiting and the counted, and begins the round of the hour', () => {
    expect(requests('sweep-idle')['dynamodb.Query']).toBe(16 + 4);
    expect(of('sweep-idle').writeUnits).toBe(1);
  });
});

describe('what it costs', () => {
  test('a million sent steps stay below $5.50, feedback below $1.50 and both below $7.50', () => {
    expect(found.perMillionSteps.usd).toBeLessThanOrEqual(5.5);
    expect(found.perMillionSteps.feedbackUsd).toBeLessThanOrEqual(1.5);
    expect(found.perMillionSteps.allInUsd).toBeLessThanOrEqual(7.5);
  });

  test('the same steps cost several times as much as workflows of their own', () => {
    const { usd, stepFunctionsUsd, stepFunctionsWithChoiceUsd, durableUsd, durableWithDecisionUsd } =
      found.perMillionSteps;
    expect([stepFunctionsUsd, stepFunctionsWithChoiceUsd].map(Math.round)).toEqual([53, 78]);
    expect([durableUsd, durableWithDecisionUsd].map(Math.round)).toEqual([21, 29]);
    expect(durableUsd).toBeGreaterThan(3 * usd);
  });

  test('an idle month is a few dollars', () => {
    expect(found.idleUsdPerMonth).toBeLessThanOrEqual(10);
    expect(found.regions['us-east-1'].idleAfterFreeTiers.usd).toBeLessThanOrEqual(5.2);
  });

  test('every sum is the sum of its lines, each an amount times a price', () => {
    for (const region of Object.values(found.regions)) {
      for (const sum of [region.steps, region.feedback, region.stepFunctions, region.durable, region.idle]) {
        expect(sum.usd).toBeCloseTo(total(sum.lines), 9);
        for (const { amount, price_usd, usd } of sum.lines) expect(usd).toBeCloseTo(amount * price_usd, 9);
      }
    }
  });

  test('timers are paid beyond the free ones alone', () => {
    const step = of('step-sent');
    const at = prices['ap-northeast-1'];
    const beyond = total(costOf(step, at, { paidTimers: 1 })) - total(costOf(step, at));
    expect(beyond).toBeCloseTo(at.timer.usd, 9);
    const huge = monthBill({ name: 'huge', orders: 30_000_000 }, found.perKind, 0, at);
    const large = monthBill({ name: 'large', orders: 300_000 }, found.perKind, 0, at);
    expect(huge.withoutMail_usd).toBeGreaterThan(100 * (large.withoutMail_usd - 18 * at.metric.usd));
  });
});

describe('the bundles', () => {
  const limit_bytes = 1_000_000;
  let bundles: Bundle[];
  beforeAll(async () => {
    bundles = await Promise.all(functionNames.map(bundleOf));
  });

  test('each stays below 1,000 KB and holds zod/mini, not the whole of zod', () => {
    for (const bundle of bundles) {
      expect([bundle.name, bundle.bytes < limit_bytes]).toEqual([bundle.name, true]);
      const zod = [holds(bundle, 'mini'), holds(bundle, 'classic')];
      expect([bundle.name, ...zod]).toEqual([bundle.name, true, false]);
    }
  });

  test('the whole of zod would be seen', async () => {
    const heavy = await bundleOfText('ingest', "import { z } from 'zod'; console.log(z.string());");
    expect(holds(heavy, 'classic')).toBe(true);
  });

  test('each holds the AWS clients it uses and no others', () => {
    const clients = ({ packages }: Bundle) =>
      Object.keys(packages)
        .filter((name) => name.startsWith('@aws-sdk/client-'))
        .map((name) => name.replace('@aws-sdk/client-', ''))
        .sort();
    const byName = Object.fromEntries(bundles.map((bundle) => [bundle.name, clients(bundle)]));
    expect(byName).toEqual({
      ingest: ['dynamodb', 'eventbridge', 'scheduler', 'secrets-manager', 'sqs'],
      sender: ['dynamodb', 'eventbridge', 'scheduler', 'secrets-manager', 'sesv2', 'sqs'],
      feedback: ['dynamodb', 'secrets-manager', 'sqs'],
      pages: ['dynamodb', 'eventbridge', 'scheduler', 'secrets-manager', 'sqs'],
      reconcile: ['dynamodb', 'sesv2', 'sqs'],
    });
  });
});
