/** What of the mail service's events waits or died. */
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { FeedbackQueues } from '../ports/feedback-health.ts';

interface Options {
  readonly client: SQSClient;
  readonly feedbackUrl: string;
  /** Of its queue, and of the rule that fills it. */
  readonly deadUrls: readonly string[];
}

const all = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/** `feedbackQueues` on SQS: one request for each queue. */
export function sqsFeedbackQueues({ client, feedbackUrl, deadUrls }: Options): FeedbackQueues {
  const count = async (QueueUrl: string) => {
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...all] }),
    );
    return all.reduce((sum, name) => sum + Number(Attributes?.[name] ?? 0), 0);
  };
  return {
    async counts() {
      const [waiting = 0, ...dead] = await Promise.all([feedbackUrl, ...deadUrls].map(count));
      return { waiting, dead: dead.reduce((sum, one) => sum + one, 0) };
    },
  };
}
