import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { profileEvents } from '../../../shared/core/language/profile-events.ts';
import { exampleTemplate } from './example-stack.ts';
import { read } from './readable-template.ts';

const at = 'tsunagu-mori-dev';
const template = exampleTemplate({ alarmMail: 'ops@example.com', archiveDays: 30 });
const named = (name: string) => ({ 'Fn::GetAtt': [Match.stringLikeRegexp(name), 'Arn'] });

test('the bus is named by the setting and archives all the storefront says', () => {
  template.hasResourceProperties('AWS::Events::EventBus', { Name: 'tsunagu' });
  template.hasResourceProperties('AWS::Events::Archive', {
    ArchiveName: 'mori-dev',
    EventPattern: { source: ['storefront'] },
    RetentionDays: 30,
  });
});

test('the rule of the bus lets wanted events into the intake queue', () => {
  const wanted = [...profileEvents, 'EnrolCustomer', 'EraseCustomer'];
  template.hasResourceProperties('AWS::Events::Rule', {
    Name: `${at}-wanted`,
    EventBusName: { Ref: Match.stringLikeRegexp('^StoreBus') },
    EventPattern: { source: ['storefront'], 'detail-type': wanted.sort() },
    Targets: [{ Arn: named('^Queuesintake'), DeadLetterConfig: { Arn: named('^Queuesrulesdead') } }],
  });
});

test("SES's events of our own configuration sets go to the feedback queue", () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    Name: `${at}-ses-events`,
    EventBusName: 'default',
    EventPattern: {
      source: ['aws.ses'],
      'detail-type': [
        'Email Sent',
        'Email Bounced',
        'Email Complaint Received',
        'Email Rejected',
        'Email Clicked',
      ],
      detail: { mail: { tags: { 'ses:configuration-set': [`${at}-transactional`, `${at}-marketing`] } } },
    },
    Targets: [{ Arn: named('^Queuesfeedback'), DeadLetterConfig: { Arn: named('^Queuesrulesdead') } }],
  });
});

test('the sweep runs every 15 minutes, and what fails is laid to the dead letters', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    Name: `${at}-sweep`,
    ScheduleExpression: 'rate(15 minutes)',
    Targets: [
      {
        Arn: named('^reconcile'),
        DeadLetterConfig: { Arn: named('^Queuesrulesdead') },
        RetryPolicy: { MaximumEventAgeInSeconds: 900, MaximumRetryAttempts: 3 },
      },
    ],
  });
  template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: Match.stringLikeRegexp('^reconcile') },
    DestinationConfig: { OnFailure: { Destination: named('^Queuesrulesdead') } },
    MaximumRetryAttempts: 1,
  });
});

test.each(['intake', 'transactional', 'marketing', 'feedback'])(
  'the %s queue keeps 7 days, gives its function six times its time and has dead letters',
  (role) => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      QueueName: `${at}-${role}`,
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 7 * 86_400,
      VisibilityTimeout: 360,
      RedrivePolicy: { deadLetterTargetArn: named(`^Queues${role}dead`), maxReceiveCount: 5 },
    });
  },
);

test.each(['intake', 'transactional', 'marketing', 'feedback', 'rules', 'timers', 'unknown'])(
  'the dead letters of %s keep 14 days and wake somebody',
  (role) => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      QueueName: `${at}-${role}-dead`,
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 14 * 86_400,
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: `${at}-${role}-dead-not-empty`,
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Statistic: 'Maximum',
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [{ Ref: Match.stringLikeRegexp('^AlarmsTopic') }],
    });
  },
);

test('every queue refuses requests without TLS', () => {
  const policies = Object.values(template.findResources('AWS::SQS::QueuePolicy')).map((policy) => ({
    queue: read(template, policy.Properties.Queues[0]),
    denies: policy.Properties.PolicyDocument.Statement[0],
  }));
  expect(policies).toHaveLength(11);
  for (const { denies } of policies) {
    expect(denies).toMatchObject({
      Effect: 'Deny',
      Action: 'sqs:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  }
});

test('alarms may reach the topic, and the topic the mail of the setting', () => {
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      ]),
    },
  });
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Endpoint: 'ops@example.com',
    Protocol: 'email',
  });
});

test('the secret makes its own first key', () => {
  template.hasResourceProperties('AWS::SecretsManager::Secret', {
    Name: `${at}-keys`,
    GenerateSecretString: { SecretStringTemplate: '{}', GenerateStringKey: 'k1', PasswordLength: 64 },
  });
});
