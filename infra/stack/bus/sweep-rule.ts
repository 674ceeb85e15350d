/** Asks every quarter of an hour whether a timer failed to come. */
import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import { sweepEvery_minutes } from '../event-sources.ts';
import type { NodeFunction } from '../functions/node-function.ts';
import type { StackQueues } from '../queues.ts';

export function sweepRule(
  scope: Construct,
  deployment: Deployment,
  reconcile: NodeFunction,
  queues: StackQueues,
): Rule {
  const every = Duration.minutes(sweepEvery_minutes);
  // A run that failed twice is told to a person; the next one sweeps the same customers.
  reconcile.lambda.configureAsyncInvoke({
    maxEventAge: every,
    retryAttempts: 1,
    onFailure: new SqsDestination(queues.ruleDeadLetters),
  });
  const target = new LambdaFunction(reconcile.lambda, {
    deadLetterQueue: queues.ruleDeadLetters,
    maxEventAge: every,
    retryAttempts: 3,
  });
  return new Rule(scope, 'Sweep', {
    ruleName: deployment.names.sweepRule,
    description: 'Looks for enrolments whose timer never came.',
    schedule: Schedule.rate(every),
    targets: [target],
  });
}
