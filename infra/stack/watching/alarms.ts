/**
 * The alarms: 40, over 50 metrics, at $0.10 a metric and month in us-east-1 and Tokyo (2026-09): $5.00 a month, or
 * $4.00 where the ten free alarms of the account are not used up.
 */
import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import type { Measures } from './measures.ts';
import type { Watch } from './watch.ts';
import { watchesOf } from './watches.ts';

export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  /** Alarms always show on the dashboard; they also write to somebody where `alarmMail` is set. */
  constructor(scope: Construct, { names, settings }: Deployment, measures: Measures) {
    super(scope, 'Alarms');
    const action =
      settings.alarmMail === undefined
        ? undefined
        : new SnsAction(this.topicTo(settings.alarmMail, names.alarms));
    this.all = watchesOf({ names, measures }).map((watch) => {
      const alarm = this.ring(watch, names.alarm(watch.id));
      if (action) alarm.addAlarmAction(action);
      return alarm;
    });
  }

  private topicTo(mail: string, topicName: string): Topic {
    const topic = new Topic(this, 'Topic', { topicName, enforceSSL: true });
    // A topic with a policy of its own loses the one by which the account's alarms could publish.
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AllowAlarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    topic.addSubscription(new EmailSubscription(mail));
    return topic;
  }

  private ring(
    { id, entry, says, metric, atLeast, spans = [1, 1], silence }: Watch,
    alarmName: string,
  ): Alarm {
    return new Alarm(this, id, {
      alarmName,
      alarmDescription: `${says} docs/runbook.md#${entry}`,
      metric,
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      datapointsToAlarm: spans[0],
      evaluationPeriods: spans[1],
      treatMissingData: silence ?? TreatMissingData.NOT_BREACHING,
    });
  }
}
