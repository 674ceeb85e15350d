/** The intake queue as the engine fills it itself, ten messages by one call and some calls side by side. */
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Intake } from '../ports/intake.ts';

/** What SQS takes in one call, in messages and in bytes of all of them. */
const batch = { messages: 10, bytes: 200_000 };
/** A page of everybody is some hundred calls. */
const together = 10;

/** SQS took some of the messages only. Putting all again is safe: each is known by its key where it arrives. */
class IntakeRefused extends Error {
  override readonly name = 'IntakeRefused';
  readonly code = 'INTAKE_REFUSED';
}

interface Options {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/** `intake` on SQS. Throws {@link IntakeRefused}. */
export function sqsIntake({ client, queueUrl }: Options): Intake {
  async function send(bodies: readonly string[]): Promise<void> {
    const { Failed = [] } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: bodies.map((MessageBody, i) => ({ Id: String(i), MessageBody })),
      }),
    );
    const [first] = Failed;
    if (first) throw new IntakeRefused(`${Failed.length} of ${bodies.length} refused: ${first.Code}`);
  }

  return {
    async put(messages) {
      const all = batches(messages);
      for (let start = 0; start < all.length; start += together) {
        await Promise.all(all.slice(start, start + together).map(send));
      }
    },
  };
}

function batches(messages: readonly object[]): string[][] {
  const all: string[][] = [];
  let open: string[] = [];
  let bytes = 0;
  for (const message of messages) {
    const body = JSON.stringify(message);
    const size = Buffer.byteLength(body);
    if (open.length === batch.messages || (open.length > 0 && bytes + size > batch.bytes)) {
      all.push(open);
      open = [];
      bytes = 0;
    }
    open.push(body);
    bytes += size;
  }
  return open.length > 0 ? [...all, open] : all;
}
