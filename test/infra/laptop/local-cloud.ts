/** A cloud of one test file, with functions that only tell what they were given. */
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { afterAll } from 'vitest';
import { type CloudOptions, startCloud } from '../../../infra/laptop/cloud.ts';
import type { QueueRole } from '../../../infra/stack/names.ts';
import type { FreeJson } from '../../support/free-json.ts';

/** What a function told of one invocation. */
export interface Told {
  readonly function: string;
  readonly now: string;
  readonly bodies?: FreeJson[];
  readonly Records?: SQSRecord[];
  readonly event?: Record<string, unknown>;
  readonly remaining_ms?: number;
  readonly started?: string;
  readonly slept?: boolean;
}

export const startAt = '2026-03-02T03:30:00Z';

export async function localCloud(options: Partial<CloudOptions> = {}) {
  const told: string[] = [];
  const handlers = `${import.meta.dirname}/handlers`;
  const cloud = await startCloud({
    port: 0,
    startAt,
    handlers,
    report: (line) => told.push(line),
    ...options,
  });
  const client = {
    endpoint: cloud.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  const sqs = new SQSClient(client);
  await sqs.send(new CreateQueueCommand({ QueueName: 'seen' }));
  const urlOf = (name: string) => `${cloud.url}/000000000000/${name}`;
  afterAll(async () => {
    sqs.destroy();
    await cloud.stop();
  });

  /** All that is in a queue, taken out of it. */
  async function drain(name: string) {
    const QueueUrl = urlOf(name);
    const all = [];
    for (;;) {
      const asked = {
        QueueUrl,
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
        AttributeNames: ['All' as const],
      };
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(asked));
      if (Messages.length === 0) return all;
      for (const message of Messages) {
        all.push(message);
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
      }
    }
  }

  return {
    cloud,
    client,
    sqs,
    /** The errors the cloud told of. */
    told,
    urlOf,
    queue: (role: QueueRole) => urlOf(cloud.names.queue(role)),
    drain,
    /** What the functions told since the last look, in the order of the cloud's time. */
    async invocations(): Promise<Told[]> {
      const messages = (await drain('seen')).map(({ Body }) => JSON.parse(Body ?? '') as Told);
      return messages.sort((a, b) => (a.now < b.now ? -1 : a.now > b.now ? 1 : 0));
    },
    async post(path: string, body: unknown) {
      const response = await fetch(`${cloud.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    async get<Answer>(path: string): Promise<Answer> {
      return (await (await fetch(`${cloud.url}${path}`)).json()) as Answer;
    },
  };
}
