/** Takes dead letters into the hand and lays them back: none is lost, whatever happens in between. */
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';

export interface Letter {
  readonly id: string;
  readonly body: string;
  readonly handle: string;
  /** When it came into the queue, or into the one it was moved from. */
  readonly sentAt: Temporal.Instant;
  /** Message attributes as text: `reason`, or what EventBridge and Scheduler say. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Taking {
  readonly most: number;
  /** Only the message with this id; the others are laid back. */
  readonly id?: string | undefined;
  /** After this the queue shows by itself what was not laid back. */
  readonly visibility_s: number;
}

function letterKindOf(message: Message): Letter {
  const attributes = Object.entries(message.MessageAttributes ?? {}).flatMap(([name, { StringValue }]) =>
    StringValue === undefined ? [] : [[name, StringValue] as const],
  );
  return {
    id: message.MessageId ?? '',
    body: message.Body ?? '',
    handle: message.ReceiptHandle ?? '',
    sentAt: Temporal.Instant.fromEpochMilliseconds(Number(message.Attributes?.SentTimestamp ?? 0)),
    attributes: Object.fromEntries(attributes),
  };
}

/**
 * Takes up to `most` letters, or the one with the id. All are taken before the caller does anything with them, so
 * that what comes back to the queue meanwhile is not taken for an old one.
 */
export async function takeLetters(sqs: SQSClient, url: string, taking: Taking): Promise<Letter[]> {
  const taken = new Map<string, Letter>();
  const isEnough = () => (taking.id === undefined ? taken.size >= taking.most : taken.has(taking.id));
  while (!isEnough()) {
    const room = taking.id === undefined ? taking.most - taken.size : 10;
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: Math.min(10, room),
        VisibilityTimeout: taking.visibility_s,
        // Waiting asks all of the queue's servers; not waiting only some.
        WaitTimeSeconds: 1,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['SentTimestamp'],
      }),
    );
    if (Messages.length === 0) break;
    for (const message of Messages) taken.set(message.MessageId ?? '', letterKindOf(message));
  }
  const letters = [...taken.values()];
  if (taking.id === undefined) return letters;
  await layBack(
    sqs,
    url,
    letters.filter(({ id }) => id !== taking.id),
  );
  return letters.filter(({ id }) => id === taking.id);
}

/** Shows the letters again at once. One that cannot be laid back shows when its visibility timeout is over. */
export async function layBack(sqs: SQSClient, url: string, letters: readonly Letter[]): Promise<void> {
  for (const { handle } of letters) {
    const command = new ChangeMessageVisibilityCommand({
      QueueUrl: url,
      ReceiptHandle: handle,
      VisibilityTimeout: 0,
    });
    await sqs.send(command).catch(() => undefined);
  }
}

export async function removeLetter(sqs: SQSClient, url: string, letter: Letter): Promise<void> {
  await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: letter.handle }));
}
