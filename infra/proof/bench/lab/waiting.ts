/** The queues of the lab: messages wait until their batch is full or has waited long enough, as Lambda takes them. */
import { randomUUID } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import { accountId, region } from '../../../laptop/arns.ts';
import { type MessageAttributes, md5Of } from '../../../laptop/queues/message-md5.ts';
import type { Agenda } from '../../../laptop/time/agenda.ts';
import type { EventSource } from '../../../stack/event-sources.ts';

/** Where a message came from: its part of the request that put it in, and the timer that did, if one did. */
export interface QueuedMessage {
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly request: number;
  readonly byTimer: boolean;
  readonly sent_ms: number;
  readonly receives: number;
}

export interface Batch {
  readonly source: EventSource;
  readonly messages: readonly QueuedMessage[];
}

export class Waiting {
  readonly source: EventSource;
  readonly #agenda: Agenda;
  readonly #batches: Batch[];
  #messages: QueuedMessage[] = [];

  /** @param batches where full ones are put, for whoever plays them */
  constructor(source: EventSource, agenda: Agenda, batches: Batch[]) {
    this.source = source;
    this.#agenda = agenda;
    this.#batches = batches;
  }

  /** A message that can be seen from `now_ms` on. */
  take(message: QueuedMessage, now_ms: number): void {
    this.#messages.push(message);
    const { batchSize, window_s } = this.source;
    if (this.#messages.length === 1) this.#agenda.add(now_ms + window_s * 1000, () => this.#handOver());
    if (this.#messages.length === batchSize) this.#handOver();
  }

  #handOver(): void {
    if (this.#messages.length === 0) return;
    this.#batches.push({ source: this.source, messages: this.#messages });
    this.#messages = [];
  }
}

/** The batch as Lambda hands it to a function. */
export function recordsOf({ messages }: Batch, eventSourceARN: string, now_ms: number): SQSRecord[] {
  return messages.map((message) => ({
    messageId: randomUUID(),
    receiptHandle: randomUUID(),
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receives),
      SentTimestamp: String(message.sent_ms),
      SenderId: accountId,
      ApproximateFirstReceiveTimestamp: String(now_ms),
    },
    messageAttributes: attributesOf(message),
    md5OfBody: md5Of(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN,
    awsRegion: region,
  }));
}

function attributesOf({ attributes }: QueuedMessage): SQSRecord['messageAttributes'] {
  const entries = Object.entries(attributes).map(([name, { DataType, StringValue }]) => [
    name,
    {
      dataType: DataType,
      stringListValues: [],
      binaryListValues: [],
      ...(StringValue && { stringValue: StringValue }),
    },
  ]);
  return Object.fromEntries(entries);
}
