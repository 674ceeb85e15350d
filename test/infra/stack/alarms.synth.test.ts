import { expect, test } from 'vitest';
import { timeout_s } from '../../../infra/stack/event-sources.ts';
import { metricNames, metricsNamespace } from '../../../shared/ports/metric-names.ts';
import type { FreeJson } from '../../support/free-json.ts';
import { exampleTemplate } from './example-stack.ts';

const at = 'tsunagu-mori-dev';
const template = exampleTemplate({ alarmMail: 'ops@example.com' });
const quiet = exampleTemplate();

const read = (from: typeof template): FreeJson[] =>
  Object.values(from.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const alarms = read(template);
const alarmsOf = (changes: Parameters<typeof exampleTemplate>[0]) => read(exampleTemplate(changes));
const named = (id: string): FreeJson => alarms.find(({ AlarmName }) => AlarmName === `${at}-${id}`);
const metricsOf = (alarm: FreeJson): FreeJson[] =>
  alarm.Metrics?.flatMap(({ MetricStat }: FreeJson) => (MetricStat ? [MetricStat.Metric] : [])) ?? [alarm];
const sourceOf = (alarm: FreeJson) =>
  metricsOf(alarm).map(({ Namespace, MetricName }: FreeJson) => `${Namespace} ${MetricName}`);

test('there are as many alarms as their price was reckoned with', () => {
  expect(alarms).toHaveLength(48);
  expect(alarms.flatMap(metricsOf)).toHaveLength(64);
});

test.each([
  ['intake-oldest-message', 1800],
  ['transactional-oldest-message', 1800],
  ['marketing-oldest-message', 4 * 3600],
  ['feedback-oldest-message', 3600],
])('%s rings from %i seconds', (id, seconds) => {
  expect(named(id)).toMatchObject({
    MetricName: 'ApproximateAgeOfOldestMessage',
    Statistic: 'Maximum',
    Threshold: seconds,
    DatapointsToAlarm: 3,
  });
  // Delayed messages wait up to a quarter of an hour on purpose.
  expect(seconds).toBeGreaterThan(900);
});

test.each([
  ['bounce-rate-warning', 'Reputation.BounceRate', 0.02],
  ['bounce-rate-alarm', 'Reputation.BounceRate', 0.04],
  ['complaint-rate-warning', 'Reputation.ComplaintRate', 0.0005],
  ['complaint-rate-alarm', 'Reputation.ComplaintRate', 0.0008],
])('%s rings by the rate that SES itself goes by', (id, MetricName, Threshold) => {
  expect(named(id)).toMatchObject({ Namespace: 'AWS/SES', MetricName, Threshold });
  expect(named(id).Dimensions).toBeUndefined();
  expect(named(id).AlarmDescription).toContain(`${Threshold * 100} %`);
});

test.each([
  ['ses-quota', 'QuotaUsedPercent', 80],
  ['send-rate-above-the-account', 'RateSettingAboveAccount', 1],
  ['ses-sending-disabled', 'SendingDisabled', 1],
  ['breaker-warning', 'BreakerLevel', 1],
  ['breaker-tripped', 'BreakerLevel', 2],
])('%s rings by what the sweep asked of SES', (id, MetricName, Threshold) => {
  expect(named(id)).toMatchObject({ MetricName, Threshold, Statistic: 'Maximum', Period: 1800 });
});

test.each(Object.entries(timeout_s))('%s rings when it fails or needs 80 %% of its %i s', (name, limit_s) => {
  const Dimensions = [{ Name: 'FunctionName', Value: `${at}-${name}` }];
  expect(named(`${name}-errors`)).toMatchObject({ MetricName: 'Errors', Threshold: 1, Dimensions });
  expect(named(`${name}-duration`)).toMatchObject({ Threshold: 800 * limit_s, Dimensions });
});

test('throttles and lost timers are watched at Lambda, both tables, the index and the group', () => {
  expect(metricsOf(named('lambda-throttled'))).toHaveLength(5);
  expect(sourceOf(named('table-throttled'))).toEqual([
    ...['records', 'beside'].flatMap(() => [
      'AWS/DynamoDB ReadThrottleEvents',
      'AWS/DynamoDB WriteThrottleEvents',
    ]),
    'AWS/DynamoDB WriteThrottleEvents',
  ]);
  const names = metricsOf(named('table-throttled')).map(({ Dimensions }) => Dimensions.at(-1)?.Value);
  const tables = ['records', 'beside'].map((table) => `${at}-${table}`);
  expect(new Set(names)).toEqual(new Set(tables));
  expect(sourceOf(named('scheduler-throttled'))).toEqual(['AWS/Scheduler InvocationThrottleCount']);
  expect(sourceOf(named('timers-dropped'))).toEqual([
    'AWS/Scheduler InvocationDroppedCount',
    'AWS/Scheduler InvocationsSentToDeadLetterCount',
    'AWS/Scheduler InvocationsFailedToBeSentToDeadLetterCount',
  ]);
  for (const metric of metricsOf(named('timers-dropped'))) {
    expect(metric.Dimensions).toEqual([{ Name: 'ScheduleGroup', Value: at }]);
  }
});

test('refusals ring where they are more than two of a hundred mails, and not where both lanes fill', () => {
  expect(sourceOf(named('mail-refused'))).toEqual(['Tsunagu Refused', 'Tsunagu Sent']);
  const { Metrics, Threshold } = named('mail-refused') as {
    Metrics: { Expression?: string }[];
    Threshold: number;
  };
  const [expression] = Metrics.flatMap(({ Expression }) => Expression ?? []);
  expect([expression, Threshold]).toEqual(['IF(refused > 0.02 * FILL(sent, 0), refused, 0)', 3]);
});

test('an alarm on a metric of ours asks for one that there is, of this deployment', () => {
  const ours = alarms.filter(({ Namespace }) => Namespace === metricsNamespace);
  expect(ours.map(({ MetricName }) => MetricName)).toContain('Unknown');
  for (const { MetricName, Dimensions } of ours) {
    expect(metricNames).toContain(MetricName);
    expect(Dimensions).toEqual([{ Name: 'service', Value: at }]);
  }
});

test('silence rings where it is the fault itself, and nowhere else', () => {
  const breaching = (of: readonly FreeJson[]) =>
    of
      .filter(({ TreatMissingData }) => !/^(notBreaching|ignore)$/.test(TreatMissingData))
      .map(({ AlarmName }) => AlarmName.split('-').slice(3).join('-'));
  expect(breaching(alarms)).toEqual(['sweep-not-running']);
  // A store that is being tried out is idle as long as it likes.
  expect(breaching(alarmsOf({ stage: 'production' }))).toEqual(['sweep-not-running', 'no-events']);
  const ignoring = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'ignore');
  expect(ignoring).toHaveLength(9);
});

test('one lost message or one failed run rings nothing by itself, unless a person must see it', () => {
  const atOnce = alarms
    .filter(({ DatapointsToAlarm, Threshold }) => (DatapointsToAlarm ?? 1) === 1 && Threshold === 1)
    .map(({ AlarmName }) => AlarmName.slice(at.length + 1))
    .filter((id) => !id.endsWith('-dead-not-empty'));
  expect(atOnce.sort()).toEqual([
    'breaker-warning',
    'invariant-broken',
    'page-failed',
    'pause-too-long',
    'retried-denied',
    'send-rate-above-the-account',
    'ses-sending-disabled',
    'sign-ups-full',
    'timers-dropped',
    'unknown-sends',
  ]);
});

test('alarms write to the mail of the setting, and without one to nobody', () => {
  for (const { AlarmActions } of alarms) expect(AlarmActions).toHaveLength(1);
  quiet.resourceCountIs('AWS::CloudWatch::Alarm', alarms.length);
  quiet.resourceCountIs('AWS::SNS::Topic', 0);
  for (const { Properties } of Object.values(quiet.findResources('AWS::CloudWatch::Alarm'))) {
    expect(Properties.AlarmActions).toBeUndefined();
  }
});

test('in production somebody must hear of the alarms: a mail address, a topic of theirs, or no deployment', () => {
  const nobody = { stage: 'production', alarmMail: undefined };
  expect(() => exampleTemplate(nobody)).toThrow(/set "alarmMail" in cdk\.json .* or "alarmTopic"/);
  const alarmTopic = 'arn:aws:sns:ap-northeast-1:123456789012:night-watch';
  for (const { AlarmActions } of alarmsOf({ ...nobody, alarmTopic })) {
    expect(AlarmActions).toEqual([alarmTopic]);
  }
  expect(alarmsOf({ stage: 'production', alarmTopic })[0].AlarmActions).toHaveLength(2);
});

test('a store without an event for a day rings in production, and elsewhere after the hours of the setting', () => {
  const noEvents = (of: readonly FreeJson[]) => of.find(({ AlarmName }) => /no-events$/.test(AlarmName));
  const below = { Statistic: 'Sum', Period: 3600, ComparisonOperator: 'LessThanThreshold', Threshold: 1 };
  expect(noEvents(alarms)).toBeUndefined();
  expect(noEvents(alarmsOf({ stage: 'production' }))).toMatchObject({ ...below, EvaluationPeriods: 24 });
  expect(noEvents(alarmsOf({ silenceHours: 6 }))).toMatchObject({ ...below, DatapointsToAlarm: 6 });
});

test('orders of which nothing comes ring, where each order has an answer in this deployment', () => {
  const { Metrics, EvaluationPeriods } = named('orders-unanswered') as {
    Metrics: { Expression?: string }[];
    EvaluationPeriods: number;
  };
  const [expression] = Metrics.flatMap(({ Expression }) => Expression ?? []);
  const answered = ['a0', 'a1', 'a2', 'a3', 'a4'].map((id) => `FILL(${id}, 0)`).join(' + ');
  expect([expression, EvaluationPeriods]).toEqual([`IF(${answered} > 0, 0, FILL(orders, 0))`, 2]);
  for (const word of [{ on: false }, { percent: 10 }, { pilot: 5 }]) {
    const other = alarmsOf({ scenarios: { thanks: word } });
    expect(other.some(({ AlarmName }) => /orders-unanswered$/.test(AlarmName))).toBe(false);
  }
});

test.each([
  ['retried-denied', 'RetriedDenied', 1],
  ['retried-throttled', 'RetriedThrottled', 10],
  ['retried-other', 'RetriedOther', 10],
])('%s rings within five minutes', (id, MetricName, Threshold) => {
  expect(named(id)).toMatchObject({ MetricName, Threshold, Period: 300, EvaluationPeriods: 1 });
});
