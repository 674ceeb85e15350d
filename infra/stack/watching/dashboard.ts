/**
 * One page for a bad night, read from top to bottom: what rings, does mail go, where does it wait, what fails. It draws
 * 49 metrics, whatever the library, and one more where deliveries are told; the account's first three dashboards are
 * free up to 50 metrics each, a larger one is $3 a month.
 */
import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  PeriodOverride,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Deployment } from '../deployment.ts';
import { timeout_s } from '../event-sources.ts';
import type { FunctionName, QueueRole, StackNames } from '../names.ts';
import { output } from '../output.ts';
import type { Alarms } from './alarms.ts';
import type { Measures } from './measures.ts';

const span_minutes = 5;
const lanes = ['transactional', 'marketing'] as const;
const queueRoles: readonly QueueRole[] = ['intake', ...lanes, 'feedback'];
const functionNames = Object.keys(timeout_s) as FunctionName[];

export class DeploymentDashboard extends Construct {
  constructor(scope: Construct, { names, settings }: Deployment, measures: Measures, alarms: Alarms) {
    super(scope, 'Dashboard');
    const dashboard = new Dashboard(this, 'Page', {
      dashboardName: names.dashboard,
      defaultInterval: Duration.hours(12),
      // Metrics published once a quarter of an hour would be gaps at a span that the console chooses.
      periodOverride: PeriodOverride.INHERIT,
    });
    const title = `# ${settings.brand.name}: ${settings.store}, ${settings.stage}\nDelivery mode at the last deploy: **${settings.mode}**. What to do about each alarm: \`docs/runbook.md\`. First look: \`npm run ops -- status\`. Each scenario's numbers: the saved query \`${names.byScenario}\` of Logs Insights.`;
    dashboard.addWidgets(new TextWidget({ markdown: title, width: 24, height: 2 }));
    dashboard.addWidgets(
      new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms.all], width: 24, height: 6 }),
    );
    for (const row of [
      mails(measures, settings),
      queues(measures, names),
      account(measures),
      faults(measures),
    ]) {
      dashboard.addWidgets(...row);
    }
    output(this, 'DashboardName', names.dashboard, 'The dashboard of this deployment in CloudWatch.');
  }
}

const graph = (title: string, left: readonly IMetric[], unit: string): IWidget =>
  new GraphWidget({
    title,
    left: [...left],
    width: 8,
    height: 6,
    leftYAxis: { label: unit, showUnits: false, min: 0 },
  });

function mails(measures: Measures, { deliveryEvents }: Settings): IWidget[] {
  const ours = (name: Parameters<Measures['ours']>[0], label: string) =>
    measures.ours(name, span_minutes).with({ label });
  return [
    graph(
      'Does mail go?',
      [
        ours('Sent', 'sent'),
        ours('WouldSend', 'kept back by the mode'),
        ours('Refused', 'refused by SES'),
        ours('Unknown', 'unknown'),
      ],
      'mails',
    ),
    graph(
      'What the scenarios do',
      [
        ours('Entered', 'entered'),
        ours('Held', 'held'),
        ours('Skipped', 'skipped'),
        ours('GoalReached', 'goals reached'),
      ],
      'times',
    ),
    graph(
      'What became of it',
      [
        ...(deliveryEvents ? [ours('Delivered', 'delivered')] : []),
        ours('Bounced', 'bounced'),
        ours('Complained', 'complained'),
        ours('Unsubscribed', 'unsubscribed'),
      ],
      'mails',
    ),
  ];
}

function queues(measures: Measures, names: StackNames): IWidget[] {
  const dead = [
    ...queueRoles.map((role) => [role, names.deadLetters(role)] as const),
    ['rules', names.ruleDeadLetters] as const,
    ['timers', names.timerDeadLetters] as const,
  ];
  return [
    graph(
      'Oldest message',
      queueRoles.map((role) => measures.oldest_s(role, span_minutes).with({ label: role })),
      'seconds',
    ),
    graph(
      'Waiting in the lanes',
      lanes.map((lane) => measures.waiting(names.queue(lane), span_minutes).with({ label: lane })),
      'messages',
    ),
    graph(
      'Dead letters',
      dead.map(([label, queue]) => measures.waiting(queue, span_minutes).with({ label })),
      'messages',
    ),
  ];
}

function account(measures: Measures): IWidget[] {
  const rates = (rate: Parameters<Measures['rate']>[0]) => [
    measures.rate(rate, 60).with({ label: 'account' }),
    ...lanes.map((lane) => measures.rate(rate, 60, lane).with({ label: lane })),
  ];
  return [
    graph('Bounce rate (SES stops accounts from 0.05)', rates('Reputation.BounceRate'), 'part of 1'),
    graph('Complaint rate (SES stops accounts from 0.001)', rates('Reputation.ComplaintRate'), 'part of 1'),
    graph("SES's daily quota", [measures.atMost('QuotaUsedPercent', 30).with({ label: 'used' })], '%'),
  ];
}

function faults(measures: Measures): IWidget[] {
  const ours = (name: Parameters<Measures['ours']>[0], label: string) =>
    measures.ours(name, span_minutes).with({ label });
  const timers = (name: string, label: string) => measures.timers(name, span_minutes).with({ label });
  return [
    graph(
      'Functions that failed',
      functionNames.map((name) => measures.errors(name, span_minutes).with({ label: name })),
      'invocations',
    ),
    graph(
      'Longest run of a function',
      functionNames.map((name) => measures.duration_ms(name, span_minutes).with({ label: name })),
      'ms',
    ),
    graph(
      'Timers, and messages out of the way',
      [
        timers('InvocationAttemptCount', 'timers fired'),
        timers('InvocationThrottleCount', 'timers delayed'),
        timers('InvocationDroppedCount', 'timers dropped'),
        ours('AlarmPutOff', 'timers not taken'),
        ours('Overdue', 'overdue'),
        ours('Parked', 'parked'),
        ours('Buried', 'buried'),
        ours('InvariantBroken', 'invariants broken'),
        ours('Ignored', 'ignored'),
      ],
      'count',
    ),
  ];
}
