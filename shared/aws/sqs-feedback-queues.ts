/** What of the mail service's events waits or died. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { FeedbackQueues } from '../ports/feedback-queues.ts';
import { allKinds, queueCount } from './queue-count.ts';

interface Options {
  readonly client: SQSClient;
  readonly feedbackUrl: string;
  /** Of its queue, and of the rule that fills it. */
  readonly deadUrls: readonly string[];
}

/** `feedbackQueues` on SQS: one request for each queue. */
export function sqsFeedbackQueues({ client, feedbackUrl, deadUrls }: Options): FeedbackQueues {
  const count = (url: string) => queueCount(client, url, allKinds);
  return {
    async counts() {
      const [waiting = 0, ...dead] = await Promise.all([feedbackUrl, ...deadUrls].map(count));
      return { waiting, dead: dead.reduce((sum, one) => sum + one, 0) };
    },
  };
}
