/** What a deployment costs while nothing happens: what its template holds, priced by the month. */
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Asking } from '../../../../shared/core/language/profile-events.ts';
import type { Settings } from '../../../../shared/settings/settings.ts';
import { sweepEvery_minutes } from '../../../stack/event-sources.ts';
import { TsunaguStack } from '../../../stack/tsunagu-stack.ts';
import { billed, type Line, line } from './lines.ts';
import { million, type Prices } from './prices.ts';

/** What of a deployment is billed though it does nothing. */
export interface IdleParts {
  /** Metrics that alarms watch: CloudWatch bills each. */
  readonly alarms: number;
  readonly dashboards: number;
  readonly secrets: number;
  /** Queues that Lambda asks for messages, day and night. */
  readonly polledQueues: number;
}

type Resource = { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> };

/** Metrics of one alarm; arithmetic between metrics is billed for each metric in it. */
function metricsIn({ Properties }: Resource): number {
  const parts = Properties?.Metrics as { MetricStat?: unknown }[] | undefined;
  return parts ? Math.max(1, parts.filter((part) => part.MetricStat !== undefined).length) : 1;
}

/** Counted in the template that would be deployed. */
export function idleParts(settings: Settings, asking: Asking): IdleParts {
  const codeOf = () => Code.fromInline('exports.handler = async () => {};');
  const app = new App({ context: {}, builtinCloudFormationValidation: false } as object);
  const { Resources } = Template.fromStack(new TsunaguStack(app, { settings, ...asking, codeOf })).toJSON();
  const all = Object.values(Resources as Record<string, Resource>);
  const ofType = (type: string) => all.filter(({ Type }) => Type === type);
  return {
    alarms: ofType('AWS::CloudWatch::Alarm').reduce((sum, alarm) => sum + metricsIn(alarm), 0),
    dashboards: ofType('AWS::CloudWatch::Dashboard').length,
    secrets: ofType('AWS::SecretsManager::Secret').length,
    polledQueues: ofType('AWS::Lambda::EventSourceMapping').length,
  };
}

const hoursInMonth = 730;
/** Lambda keeps five connections to a queue, each asking for 20 seconds at a time. Source: Lambda guide, SQS scaling. */
const pollsInMonth = (5 * 3600 * hoursInMonth) / 20;
const sweepsInMonth = (60 / sweepEvery_minutes) * hoursInMonth;

/** The bill of an idle month before free tiers. `sweep_usd`: of a million sweeps. */
export function idleLines(has: IdleParts, sweep_usd: number, at: Prices): Line[] {
  return billed([
    line('metrics watched by alarms', has.alarms, at.alarm),
    line('dashboards', has.dashboards, at.dashboard),
    line('secrets', has.secrets, at.secret),
    line('SQS polls of empty queues, M', (has.polledQueues * pollsInMonth) / million, at.queueRequest),
    line('sweeps, each with its reads and log', sweepsInMonth, sweep_usd / million),
  ]);
}

/** What every account gets each month without end: 10 alarms, 3 dashboards of 50 metrics, a million SQS requests. */
export function idleAfterFreeTiers(has: IdleParts, sweep_usd: number, at: Prices): Line[] {
  const polls = Math.max(0, has.polledQueues * pollsInMonth - million) / million;
  const lines = idleLines(
    { ...has, alarms: Math.max(0, has.alarms - 10), dashboards: 0, polledQueues: 0 },
    sweep_usd,
    at,
  );
  return billed([...lines, line('SQS polls beyond the free million, M', polls, at.queueRequest)]);
}
