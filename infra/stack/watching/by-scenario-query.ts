/** What each scenario did, out of the functions' logs: a saved query costs nothing until somebody runs it. */
import { CfnQueryDefinition } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { MetricName } from '../../../shared/ports/metric-names.ts';
import type { NodeFunction } from '../functions/node-function.ts';
import type { StackNames } from '../names.ts';

const told: readonly MetricName[] = [
  'Entered',
  'Sent',
  'WouldSend',
  'Held',
  'Skipped',
  'Unknown',
  'GoalReached',
  'Clicked',
  'Bounced',
  'Complained',
];

/** @param keepers the functions whose batches tell of scenarios */
export function byScenarioQuery(scope: Construct, names: StackNames, keepers: readonly NodeFunction[]): void {
  const sums = told.map((metric) => `sum(one.${metric}) as ${metric}`).join(', ');
  new CfnQueryDefinition(scope, 'ByScenario', {
    name: names.byScenario,
    logGroupNames: keepers.map(({ logs }) => logs.logGroupName),
    // Source: CloudWatch Logs Insights, "unnest": one row for each scenario of a batch.
    queryString: [
      'filter message = "batch"',
      'fields jsonParse(@message) as line',
      'unnest line.scenarios into one',
      `stats ${sums} by one.scenario`,
      'sort Sent desc',
    ].join(' | '),
  });
}
