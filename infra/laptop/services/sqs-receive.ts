/** Taking messages out of queues: receive with long polling, delete, visibility. */

import { accountId } from '../arns.ts';
import type { Caller, Json } from '../http/message.ts';
import { optionalText, optionalTexts, optionalWhole } from '../http/read-fields.ts';
import { md5OfAttributes } from '../queues/message-md5.ts';
import type { Queue, QueueMessage } from '../queues/queue.ts';
import { badHandle, invalid, missing, notInFlight } from './sqs-refusals.ts';

const mostVisibility_s = 12 * 60 * 60;

function within(input: Json, name: string, least: number, most: number): number | undefined {
  const value = optionalWhole(input, name);
  if (value !== undefined && (value < least || value > most)) {
    throw invalid(
      `Value ${value} for parameter ${name} is invalid. Reason: must be between ${least} and ${most}.`,
    );
  }
  return value;
}

function wanted(names: readonly string[], name: string): boolean {
  const isWanted = (want: string) =>
    want === name || want === 'All' || (want.endsWith('.*') && name.startsWith(want.slice(0, -1)));
  return names.includes('.*') || names.some(isWanted);
}

function systemAttributes(message: QueueMessage, names: readonly string[]): Record<string, string> {
  const all: Record<string, string> = {
    ApproximateReceiveCount: String(message.receives),
    ApproximateFirstReceiveTimestamp: String(message.firstReceived_ms),
    SentTimestamp: String(message.sent_ms),
    SenderId: accountId,
    ...(message.deadLetterOf === undefined ? {} : { DeadLetterQueueSourceArn: message.deadLetterOf }),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted(names, name)));
}

function seen(message: QueueMessage, handle: string, input: Json): Json {
  const names = [
    ...(optionalTexts(input, 'AttributeNames') ?? []),
    ...(optionalTexts(input, 'MessageSystemAttributeNames') ?? []),
  ];
  const ownNames = optionalTexts(input, 'MessageAttributeNames') ?? [];
  const system = systemAttributes(message, names);
  const own = Object.fromEntries(
    Object.entries(message.attributes).filter(([name]) => wanted(ownNames, name)),
  );
  const md5 = md5OfAttributes(own);
  return {
    MessageId: message.id,
    ReceiptHandle: handle,
    MD5OfBody: message.md5,
    Body: message.body,
    ...(Object.keys(system).length > 0 ? { Attributes: system } : {}),
    ...(md5 === undefined ? {} : { MessageAttributes: own, MD5OfMessageAttributes: md5 }),
  };
}

/** Resolves at once when there is a message, else when one comes or `WaitTimeSeconds` of real time are over. */
export async function receiveMessage(queue: Queue, input: Json, caller: Caller): Promise<Json> {
  const most = within(input, 'MaxNumberOfMessages', 1, 10) ?? 1;
  const visibility_s = within(input, 'VisibilityTimeout', 0, mostVisibility_s) ?? queue.limits.visibility_s;
  const wait_s = within(input, 'WaitTimeSeconds', 0, 20) ?? 0;
  if (queue.visible.size === 0 && wait_s > 0) await someVisible(queue, wait_s * 1000);
  const messages: Json[] = [];
  for (const message of [...queue.visible]) {
    if (messages.length === most) break;
    const handle = queue.take(message, caller.now_ms, visibility_s, false);
    if (handle !== undefined) messages.push(seen(message, handle, input));
  }
  return messages.length > 0 ? { Messages: messages } : {};
}

function someVisible(queue: Queue, wait_ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, wait_ms).unref();
    const stop = queue.onVisible(() => setImmediate(done));
  });
}

function byHandle(queue: Queue, input: Json): QueueMessage | undefined {
  const handle = optionalText(input, 'ReceiptHandle');
  if (handle === undefined) throw missing('ReceiptHandle');
  const message = queue.byHandle(handle);
  if (message === 'malformed') throw badHandle();
  return message;
}

/** Deleting what is gone, or what was received again since, succeeds and changes nothing. */
export function deleteMessage(queue: Queue, input: Json): Json {
  const message = byHandle(queue, input);
  if (message) queue.remove(message);
  return {};
}

export function changeMessageVisibility(queue: Queue, input: Json, now_ms: number): Json {
  const visibility_s = within(input, 'VisibilityTimeout', 0, mostVisibility_s);
  if (visibility_s === undefined) throw missing('VisibilityTimeout');
  const message = byHandle(queue, input);
  if (!message) throw notInFlight();
  queue.changeVisibility(message, visibility_s, now_ms);
  return {};
}
