/** What can be measured of one deployment: our own metrics and those of the services, by the names of its resources. */
import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type MetricName, metricsNamespace } from '../../../shared/ports/metric-names.ts';
import type { FunctionName, QueueRole, StackNames } from '../names.ts';
import { tableRoles } from '../table-shapes.ts';

type Dimensions = Readonly<Record<string, string>>;
type Rate = 'Reputation.BounceRate' | 'Reputation.ComplaintRate';

const measure =
  (namespace: string, statistic: string) =>
  (metricName: string, dimensionsMap: Dimensions, minutes: number) =>
    new Metric({ namespace, metricName, dimensionsMap, statistic, period: Duration.minutes(minutes) });

const ofQueue = measure('AWS/SQS', Stats.MAXIMUM);
const ofTable = measure('AWS/DynamoDB', Stats.SUM);
const ofScheduler = measure('AWS/Scheduler', Stats.SUM);

/** Adds up; what was not told counts as nothing. */
function sum(label: string, metrics: readonly Metric[], minutes: number): MathExpression {
  const ids = metrics.map((_, index) => `m${index + 1}`);
  return new MathExpression({
    expression: ids.map((id) => `FILL(${id}, 0)`).join(' + '),
    label,
    usingMetrics: Object.fromEntries(metrics.map((metric, index) => [ids[index], metric])),
    period: Duration.minutes(minutes),
  });
}

/** `minutes` is the span of one value everywhere. */
export function measuresOf(names: StackNames) {
  const dimensions = { service: names.prefix };
  const ours = (name: MetricName, minutes: number) =>
    measure(metricsNamespace, Stats.SUM)(name, dimensions, minutes);
  return {
    /** A sum of ours over the deployment. */
    ours,
    /** Refused mails, where they are more than `share` of the sent ones; else 0. */
    refusedBeyond: (share: number, minutes: number) =>
      new MathExpression({
        expression: `IF(refused > ${share} * FILL(sent, 0), refused, 0)`,
        label: 'refused mails',
        usingMetrics: { refused: ours('Refused', minutes), sent: ours('Sent', minutes) },
        period: Duration.minutes(minutes),
      }),
    /** Orders that came, where nothing at all was decided on a message; else 0. */
    ordersUnanswered: (minutes: number) => unanswered((name) => ours(name, minutes), minutes),
    runs: (name: FunctionName, minutes: number) =>
      measure('AWS/Lambda', Stats.SUM)('Invocations', { FunctionName: names.function(name) }, minutes),
    /** The highest value of a metric of ours that is published once a sweep. */
    atMost: (name: MetricName, minutes: number) =>
      measure(metricsNamespace, Stats.MAXIMUM)(name, dimensions, minutes),
    oldest_s: (queue: QueueRole, minutes: number) =>
      ofQueue('ApproximateAgeOfOldestMessage', { QueueName: names.queue(queue) }, minutes),
    /** `queue`: its whole name. */
    waiting: (queue: string, minutes: number) =>
      ofQueue('ApproximateNumberOfMessagesVisible', { QueueName: queue }, minutes),
    errors: (name: FunctionName, minutes: number) =>
      measure('AWS/Lambda', Stats.SUM)('Errors', { FunctionName: names.function(name) }, minutes),
    duration_ms: (name: FunctionName, minutes: number) =>
      measure('AWS/Lambda', Stats.MAXIMUM)('Duration', { FunctionName: names.function(name) }, minutes),
    functionThrottles: (functions: readonly FunctionName[], minutes: number) =>
      sum(
        'throttled invocations',
        functions.map((name) =>
          measure('AWS/Lambda', Stats.SUM)('Throttles', { FunctionName: names.function(name) }, minutes),
        ),
        minutes,
      ),
    tableThrottles: (minutes: number) => {
      const tables = tableRoles.map((role) => ({ TableName: names.tables[role] }));
      const index = { TableName: names.tables.records, GlobalSecondaryIndexName: names.sweepIndex };
      const throttles = [
        ...tables.flatMap((table) => [
          ofTable('ReadThrottleEvents', table, minutes),
          ofTable('WriteThrottleEvents', table, minutes),
        ]),
        ofTable('WriteThrottleEvents', index, minutes),
      ];
      return sum('throttled reads and writes', throttles, minutes);
    },
    timers: (metricName: string, minutes: number) =>
      ofScheduler(metricName, { ScheduleGroup: names.scheduleGroup }, minutes),
    /** Firings that Scheduler gave up: it dead-lettered them, or lost even that. */
    timersGivenUp: (minutes: number) =>
      sum(
        'timers given up',
        givenUp.map((name) => ofScheduler(name, { ScheduleGroup: names.scheduleGroup }, minutes)),
        minutes,
      ),
    /** A part of 1, as SES judges the whole account; by configuration set where a lane is given. */
    rate: (rate: Rate, minutes: number, lane?: 'transactional' | 'marketing') =>
      measure('AWS/SES', Stats.MAXIMUM)(
        rate,
        lane ? { 'ses:configuration-set': names.configurationSet(lane) } : {},
        minutes,
      ),
  };
}

/** What may become of a message that is due. */
const answers: readonly MetricName[] = ['Sent', 'WouldSend', 'Held', 'Skipped', 'Refused'];

function unanswered(ours: (name: MetricName) => Metric, minutes: number): MathExpression {
  const decided = answers.map((_, index) => `FILL(a${index}, 0)`).join(' + ');
  return new MathExpression({
    expression: `IF(${decided} > 0, 0, FILL(orders, 0))`,
    label: 'orders of which nothing came',
    usingMetrics: {
      orders: ours('OrderTaken'),
      ...Object.fromEntries(answers.map((name, index) => [`a${index}`, ours(name)])),
    },
    period: Duration.minutes(minutes),
  });
}

const givenUp = [
  'InvocationDroppedCount',
  'InvocationsSentToDeadLetterCount',
  'InvocationsFailedToBeSentToDeadLetterCount',
];

export type Measures = ReturnType<typeof measuresOf>;
