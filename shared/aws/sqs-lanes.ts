/** The send lanes: one queue for transactional mail, one for marketing. */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type Lane, laneHolds_s } from '../core/values/lane.ts';
import type { Lanes } from '../ports/lanes.ts';
import { queueCount, waiting, waitingOrAtWork } from './queue-count.ts';

interface Options {
  readonly client: SQSClient;
  readonly laneUrls: Readonly<Record<Lane, string>>;
}

/** `lanes` on SQS. A delay beyond what SQS holds is cut to it: the message comes early and is armed again. */
export function sqsLanes({ client, laneUrls }: Options): Lanes {
  return {
    async enqueue(lane, message, delay_s) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: laneUrls[lane],
          MessageBody: JSON.stringify(message),
          DelaySeconds: Math.min(laneHolds_s, Math.max(0, Math.ceil(delay_s))),
        }),
      );
    },

    backlog: (lane) => queueCount(client, laneUrls[lane], waiting),
    isIdle: async (lane) => (await queueCount(client, laneUrls[lane], waitingOrAtWork)) === 0,
  };
}
