/** How the deployment's lanes are reached: by their URLs, and from Scheduler by ARN and role. */
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { queueUrlOf } from './queue-counts.ts';
import type { Target } from './target.ts';

async function arnOf(sqs: SQSClient, QueueUrl: string): Promise<string> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  return Attributes?.QueueArn ?? '';
}

/** The scheduler's role lies in the account and partition of the queues. */
function roleArnOf(queueArn: string, role: string): string {
  const [, partition, , , account] = queueArn.split(':');
  return `arn:${partition}:iam::${account}:role/${role}`;
}

/** Asks SQS for each queue. @throws `OperatorRefusal` where there is no such deployment */
export async function lanesOf({ clients, names }: Pick<Target, 'clients' | 'names'>) {
  const { sqs } = clients;
  const [transactional, marketing, deadLetters] = await Promise.all([
    queueUrlOf(sqs, names.queue('transactional')),
    queueUrlOf(sqs, names.queue('marketing')),
    queueUrlOf(sqs, names.timerDeadLetters),
  ]);
  const laneArns = {
    transactional: await arnOf(sqs, transactional),
    marketing: await arnOf(sqs, marketing),
  };
  return {
    laneUrls: { transactional, marketing },
    laneArns,
    roleArn: roleArnOf(laneArns.transactional, names.schedulerRole),
    deadLettersArn: await arnOf(sqs, deadLetters),
  };
}
