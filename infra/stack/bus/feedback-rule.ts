/** What became of the mails of this deployment: SES's events of all stacks meet on the default bus. */
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import type { MailDelivery } from '../mail/mail.ts';
import { feedbackTypes } from '../mail/mail-events.ts';
import type { StackQueues } from '../queues.ts';

export function feedbackRule(
  scope: Construct,
  deployment: Deployment,
  mail: MailDelivery,
  queues: StackQueues,
): Rule {
  return new Rule(scope, 'Feedback', {
    ruleName: deployment.names.feedbackRule,
    description: 'What SES reports about the mails of our own configuration sets.',
    eventBus: mail.defaultBus,
    eventPattern: {
      source: ['aws.ses'],
      detailType: feedbackTypes(deployment.settings),
      detail: { mail: { tags: { 'ses:configuration-set': [...mail.configurationSets] } } },
    },
    targets: [new SqsQueue(queues.source('feedback'), { deadLetterQueue: queues.ruleDeadLetters })],
  });
}
