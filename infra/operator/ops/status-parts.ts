/** What `status` asks of a deployment, each question for itself. */
import { GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListSchedulesCommand } from '@aws-sdk/client-scheduler';
import { GetAccountCommand } from '@aws-sdk/client-sesv2';
import { type MetricName, metricsNamespace } from '../../../shared/ports/metric-names.ts';
import { sweepShards } from '../../../shared/ports/sweep.ts';
import { queueRoles } from '../../stack/names.ts';
import type { DeploymentWith } from '../composition.ts';
import { deadLetterQueues } from '../dead-letters/dead-letter-queues.ts';
import { queueCountsOf } from '../target/queue-counts.ts';
import type { Target } from '../target/target.ts';
import { scanForTouchpoints } from './touchpoint-scan.ts';

/** A count that stopped at a bound. */
export interface Bounded {
  readonly count: number;
  readonly orMore: boolean;
}

export async function queuesOf({ clients, names }: Target) {
  return Promise.all(
    queueRoles.map(async (role) => ({ role, ...(await queueCountsOf(clients.sqs, names.queue(role))) })),
  );
}

export async function deadLettersOf({ clients, names }: Target) {
  return Promise.all(
    deadLetterQueues(names).map(async ({ name, queue }) => {
      const { visible, inFlight } = await queueCountsOf(clients.sqs, queue);
      return { name, count: visible + inFlight };
    }),
  );
}

const overdueInShard = 100;

/** Customers whose transactional timer should have come 15 minutes ago, by the sweep's index; at most 100 of each shard. */
export async function overdueOf({ clock, ports }: DeploymentWith<'sweep'>): Promise<Bounded> {
  const now = await clock.now();
  const found = await Promise.all(
    Array.from({ length: sweepShards }, (_, shard) => ports.sweep.overdue(shard, now, overdueInShard)),
  );
  return {
    count: found.reduce((sum, shard) => sum + shard.length, 0),
    orMore: found.some((shard) => shard.length === overdueInShard),
  };
}

const schedulePages = 10;

/** Timers that are set; at most 1,000 are counted, because Scheduler lists 100 for each request. */
export async function schedulesOf({ clients, names }: Target): Promise<Bounded> {
  let count = 0;
  let NextToken: string | undefined;
  for (let page = 0; page < schedulePages; page += 1) {
    const answer = await clients.scheduler.send(
      new ListSchedulesCommand({ GroupName: names.scheduleGroup, MaxResults: 100, NextToken }),
    );
    count += answer.Schedules?.length ?? 0;
    NextToken = answer.NextToken;
    if (NextToken === undefined) break;
  }
  return { count, orMore: NextToken !== undefined };
}

export async function mailServiceOf({ clients, settings }: Target) {
  const account = await clients.ses.send(new GetAccountCommand({}));
  const { Max24HourSend = 0, MaxSendRate = 0, SentLast24Hours = 0 } = account.SendQuota ?? {};
  return {
    sandbox: account.ProductionAccessEnabled !== true,
    sendingEnabled: account.SendingEnabled === true,
    enforcement: account.EnforcementStatus ?? 'unknown',
    /** -1: none. */
    quota_perDay: Max24HourSend,
    sentLastDay: SentLast24Hours,
    rate_perSecond: MaxSendRate,
    rateSetting_perSecond: settings.sendRate,
  };
}

/** The sum of a metric of ours over the last minutes. */
export async function metricSum(target: Target, name: MetricName, ago_minutes: number): Promise<number> {
  const [hours = []] = await metrics(target, ago_minutes, [
    {
      MetricStat: {
        Metric: {
          Namespace: metricsNamespace,
          MetricName: name,
          Dimensions: [{ Name: 'service', Value: target.names.prefix }],
        },
        Period: 3600,
        Stat: 'Sum',
      },
    },
  ]);
  return hours.reduce((sum, count) => sum + count, 0);
}

/** How many messages ended `unknown`: on AWS those of the last day, by the metric; on this machine all, by a scan. */
export async function unknownOf(target: Target): Promise<{ count: number; by: 'metric' | 'table' }> {
  if (!target.isLocal) {
    return { count: await metricSum(target, 'Unknown', 24 * 60), by: 'metric' };
  }
  const { Count = 0 } = await target.clients.dynamo.send(
    new ScanCommand({ ...scanForTouchpoints(target, 'unknown'), Select: 'COUNT' }),
  );
  return { count: Count, by: 'table' };
}

/** Age in seconds of each queue's oldest message, in the order of `queueRoles`; SQS tells it to CloudWatch alone. */
export async function oldestOf(target: Target): Promise<(number | undefined)[] | undefined> {
  if (target.isLocal) return undefined;
  const stat = (queue: string) => ({
    MetricStat: {
      Metric: {
        Namespace: 'AWS/SQS',
        MetricName: 'ApproximateAgeOfOldestMessage',
        Dimensions: [{ Name: 'QueueName', Value: queue }],
      },
      Period: 300,
      Stat: 'Maximum',
    },
  });
  const ages = await metrics(
    target,
    15,
    queueRoles.map((role) => stat(target.names.queue(role))),
  );
  return ages.map(([newest]) => newest);
}

/** The values of each query, newest first. */
async function metrics({ clients, clock }: Target, ago_minutes: number, queries: readonly object[]) {
  const now_ms = (await clock.now()).epochMilliseconds;
  const { MetricDataResults = [] } = await clients.cloudwatch.send(
    new GetMetricDataCommand({
      StartTime: new Date(now_ms - ago_minutes * 60_000),
      EndTime: new Date(now_ms),
      ScanBy: 'TimestampDescending',
      MetricDataQueries: queries.map((query, index) => ({ Id: `q${index}`, ...query })),
    }),
  );
  return queries.map((_, index) => MetricDataResults.find(({ Id }) => Id === `q${index}`)?.Values ?? []);
}
