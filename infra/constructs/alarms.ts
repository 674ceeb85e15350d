/** One alarm for each dead-letter queue: a message there is work for a person. */
import { Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import type { DeadLetters, Queues } from './queues.ts';

export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, deployment: Deployment, queues: Queues) {
    super(scope, 'Alarms');
    this.topic = new Topic(this, 'Topic', { topicName: deployment.names.alarms, enforceSSL: true });
    // A topic with a policy of its own loses the one by which the account's alarms could publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AllowAlarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const { alarmMail } = deployment.settings;
    if (alarmMail) this.topic.addSubscription(new EmailSubscription(alarmMail));
    for (const deadLetters of queues.everyDeadLetters) this.watch(deadLetters, deployment);
  }

  private watch({ name, queue }: DeadLetters, { names }: Deployment): void {
    const waiting = queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: Stats.MAXIMUM,
    });
    const alarm = waiting.createAlarm(this, queue.node.id, {
      alarmName: names.notEmpty(name),
      alarmDescription: `${name} holds messages that could not be handled. Read why, mend it, then start a redrive.`,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
