/** The send lanes: one queue for transactional mail, one for marketing. */
import {
  GetQueueAttributesCommand,
  type QueueAttributeName,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { type Lane, laneHolds_s } from '../core/values/lane.ts';
import type { Lanes } from '../ports/lanes.ts';

interface Options {
  readonly client: SQSClient;
  readonly laneUrls: Readonly<Record<Lane, string>>;
}

const waiting = ['ApproximateNumberOfMessages'] as const;
const atWork = ['ApproximateNumberOfMessagesNotVisible'] as const;

/** `lanes` on SQS. A delay beyond what SQS holds is cut to it: the message comes early and is armed again. */
export function sqsLanes({ client, laneUrls }: Options): Lanes {
  const count = async (lane: Lane, names: readonly QueueAttributeName[]) => {
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: laneUrls[lane], AttributeNames: [...names] }),
    );
    return names.reduce((sum, name) => sum + Number(Attributes?.[name] ?? 0), 0);
  };

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

    backlog: (lane) => count(lane, waiting),
    isIdle: async (lane) => (await count(lane, [...waiting, ...atWork])) === 0,
  };
}
