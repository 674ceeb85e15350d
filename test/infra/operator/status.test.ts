import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { mailServiceInWords } from '../../../infra/operator/ops/status.ts';
import { oldestOf, unknownOf } from '../../../infra/operator/ops/status-parts.ts';
import type { Target } from '../../../infra/operator/target/target.ts';
import { namesOf } from '../../../infra/stack/names.ts';

/** A deployment on AWS whose CloudWatch answers with `values` for each query. */
function withMetrics(values: readonly number[]) {
  const asked: { MetricDataQueries: { Id: string }[] }[] = [];
  const cloudwatch = {
    send: async ({ input }: { input: { MetricDataQueries: { Id: string }[] } }) => {
      asked.push(input);
      // In an order of its own, as CloudWatch may answer.
      const results = input.MetricDataQueries.map(({ Id }) => ({ Id, Values: Id === 'q1' ? [] : values }));
      return { MetricDataResults: results.reverse() };
    },
  };
  const target = {
    isLocal: false,
    names: namesOf({ store: 'mori', stage: 'production', busName: 'tsunagu' }),
    clock: { now: async () => Temporal.Instant.from('2026-11-22T09:00:00Z') },
    clients: { cloudwatch },
  } as unknown as Target;
  return { asked, target };
}

test('unknown outcomes on AWS are those of the last day, summed over its hours', async () => {
  const { asked, target } = withMetrics([2, 0, 1]);
  expect(await unknownOf(target)).toEqual({ count: 3, by: 'metric' });
  expect(asked[0]).toMatchObject({
    StartTime: new Date('2026-11-21T09:00:00Z'),
    MetricDataQueries: [
      { MetricStat: { Metric: { Dimensions: [{ Name: 'service', Value: 'tsunagu-mori-production' }] } } },
    ],
  });
});

test('the oldest message of each queue is the newest that CloudWatch knows, or not known', async () => {
  expect(await oldestOf(withMetrics([300, 20]).target)).toEqual([300, undefined, 300, 300]);
});

test('a rate above the account’s is told in words', () => {
  const mail = {
    sandbox: true,
    sendingEnabled: false,
    enforcement: 'PROBATION',
    quota_perDay: 200,
    sentLastDay: 5,
    rate_perSecond: 1,
    rateSetting_perSecond: 14,
  };
  expect(mailServiceInWords(mail)).toBe(
    'in the sandbox, SENDING DISABLED, sender reputation PROBATION, 5 sent in 24 hours, of 200 a day, setting 14 of 1 mails a second: the setting is above what the account allows',
  );
});
