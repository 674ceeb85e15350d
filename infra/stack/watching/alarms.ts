/**
 * The alarms: 49 in production, over 65 metrics, at $0.10 a metric and month in us-east-1 and Tokyo (2026-09): $6.50 a
 * month, or $5.50 where the ten free alarms of the account are not used up.
 */
import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Asking } from '../../../shared/core/language/profile-events.ts';
import type { Deployment } from '../deployment.ts';
import { StackError } from '../stack-error.ts';
import type { Measures } from './measures.ts';
import { silenceOf } from './silence-watches.ts';
import type { Watch } from './watch.ts';
import { watchesOf } from './watches.ts';

/** Thrown where an alarm of production would ring and nobody hear it. */
class NobodyHearsAlarms extends StackError {
  override readonly name = 'NobodyHearsAlarms';
  readonly code = 'NOBODY_HEARS_ALARMS';
}

export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  /**
   * Alarms always show on the dashboard; they also write to somebody where `alarmMail` or `alarmTopic` is set.
   *
   * @throws {@link NobodyHearsAlarms} for production without either
   */
  constructor(
    scope: Construct,
    { names, settings, production }: Deployment,
    measures: Measures,
    asking: Asking,
  ) {
    super(scope, 'Alarms');
    const { alarmMail, alarmTopic } = settings;
    if (production && alarmMail === undefined && alarmTopic === undefined) {
      throw new NobodyHearsAlarms(
        'In production somebody must hear of the alarms: set "alarmMail" in cdk.json to a mail address that is read at night, or "alarmTopic" to the ARN of an SNS topic of yours.',
      );
    }
    const actions = [
      ...(alarmMail === undefined ? [] : [new SnsAction(this.topicTo(alarmMail, names.alarms))]),
      ...(alarmTopic === undefined ? [] : [new SnsAction(Topic.fromTopicArn(this, 'Named', alarmTopic))]),
    ];
    this.all = watchesOf({ names, measures, silence: silenceOf(settings, asking) }).map((watch) => {
      const alarm = this.ring(watch, names.alarm(watch.id));
      alarm.addAlarmAction(...actions);
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
    { id, entry, says, metric, atLeast, below, spans = [1, 1], silence }: Watch,
    alarmName: string,
  ): Alarm {
    return new Alarm(this, id, {
      alarmName,
      alarmDescription: `${says} docs/runbook.md#${entry}`,
      metric,
      threshold: atLeast,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      datapointsToAlarm: spans[0],
      evaluationPeriods: spans[1],
      treatMissingData: silence ?? TreatMissingData.NOT_BREACHING,
    });
  }
}
