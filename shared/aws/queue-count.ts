/** About how many messages a queue holds, of the kinds that are asked for. */
import { GetQueueAttributesCommand, type QueueAttributeName, type SQSClient } from '@aws-sdk/client-sqs';

export const waiting = ['ApproximateNumberOfMessages'] as const;
export const waitingOrAtWork = [...waiting, 'ApproximateNumberOfMessagesNotVisible'] as const;
export const allKinds = [...waitingOrAtWork, 'ApproximateNumberOfMessagesDelayed'] as const;

export async function queueCount(
  client: SQSClient,
  QueueUrl: string,
  kinds: readonly QueueAttributeName[],
): Promise<number> {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...kinds] }),
  );
  return kinds.reduce((sum, kind) => sum + Number(Attributes?.[kind] ?? 0), 0);
}
