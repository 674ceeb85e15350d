/** What a handler does with a message it cannot take now: put it back for later, or dead-letter it with a reason. */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';

export type InboxRecord = Pick<SQSRecord, 'body' | 'eventSourceARN' | 'messageAttributes'>;

export interface Inbox {
  /** Sends the message to its queue's dead letters (`<queue>-dead`). `reason`: a few words without personal data. */
  bury(record: InboxRecord, reason: string): Promise<void>;
  /** Sends a copy to its own queue, to come back in `delay_s` (0 to 900); the copy counts one more of `copies`. */
  delay(record: InboxRecord, delay_s: number): Promise<void>;
}

interface Options {
  readonly client: SQSClient;
  /** Where queues are reached, if not at AWS. */
  readonly endpoint?: string | undefined;
}

const reasonAtMost = 256;

/** The caller acknowledges the message afterwards; a failure throws, so that it does not. */
export function sqsInbox({ client, endpoint }: Options): Inbox {
  return {
    async bury(record, reason) {
      // SQS takes no control characters and no empty text in an attribute.
      const words =
        reason
          .replace(/[^\x21-\x7e]+/g, ' ')
          .trim()
          .slice(0, reasonAtMost) || 'no reason given';
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl(`${record.eventSourceARN}-dead`, endpoint),
          MessageBody: record.body,
          MessageAttributes: { reason: { DataType: 'String', StringValue: words } },
        }),
      );
    },

    async delay(record, delay_s) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl(record.eventSourceARN, endpoint),
          MessageBody: record.body,
          DelaySeconds: Math.min(900, Math.max(0, Math.ceil(delay_s))),
          MessageAttributes: { copies: { DataType: 'Number', StringValue: String(copiesOf(record) + 1) } },
        }),
      );
    },
  };
}

/** How often the message was put back by {@link Inbox.delay}. */
export function copiesOf(record: InboxRecord): number {
  const copies = Number(record.messageAttributes.copies?.stringValue ?? 0);
  return Number.isSafeInteger(copies) && copies > 0 ? copies : 0;
}

/** The URL of a queue by its ARN, without asking SQS for it: no call and no permission more. */
export function queueUrl(arn: string, endpoint?: string): string {
  const [, partition, , region, account, name] = arn.split(':');
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const base = endpoint?.replace(/\/+$/, '') ?? `https://sqs.${region}.${suffix}`;
  return `${base}/${account}/${name}`;
}
