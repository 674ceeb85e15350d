/** What a queue tells of itself and what may be set on it. */
import type { Json } from '../http/message.ts';
import { optionalObject, optionalText, optionalTexts } from '../http/read-fields.ts';
import type { Queue, QueueLimits } from '../queues/queue.ts';
import { type LocalQueues, plainQueue } from '../queues/queues.ts';
import { invalid, invalidAttribute } from './sqs-refusals.ts';

const day_s = 24 * 60 * 60;

function attributesOf(queue: Queue): Record<string, string> {
  const { visibility_s, delay_s, maxReceives, deadLetters } = queue.limits;
  const all: Record<string, string> = {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(queue.visible.size),
    ApproximateNumberOfMessagesNotVisible: String(queue.taken.size),
    ApproximateNumberOfMessagesDelayed: String(queue.delayed.size),
    VisibilityTimeout: String(visibility_s),
    DelaySeconds: String(delay_s),
    MaximumMessageSize: String(1024 * 1024),
    MessageRetentionPeriod: String(4 * day_s),
    ReceiveMessageWaitTimeSeconds: '0',
    SqsManagedSseEnabled: 'true',
  };
  if (deadLetters && maxReceives !== undefined) {
    all.RedrivePolicy = JSON.stringify({
      deadLetterTargetArn: deadLetters.arn,
      maxReceiveCount: maxReceives,
    });
  }
  return all;
}

export function getQueueAttributes(queue: Queue, input: Json): Json {
  const names = optionalTexts(input, 'AttributeNames') ?? [];
  const all = attributesOf(queue);
  if (names.includes('All')) return { Attributes: all };
  const known = [...Object.keys(all), 'RedrivePolicy', 'Policy', 'KmsMasterKeyId', 'RedriveAllowPolicy'];
  for (const name of names) if (!known.includes(name)) throw invalidAttribute(name);
  const chosen = Object.entries(all).filter(([name]) => names.includes(name));
  return chosen.length > 0 ? { Attributes: Object.fromEntries(chosen) } : {};
}

function seconds(attributes: Json, name: string, most: number): number | undefined {
  const text = optionalText(attributes, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) throw invalid(`Invalid value for the parameter ${name}.`);
  return value;
}

function redrive(queues: LocalQueues, policy: string): Pick<QueueLimits, 'maxReceives' | 'deadLetters'> {
  if (policy === '') return { maxReceives: undefined, deadLetters: undefined };
  try {
    const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(policy) as Json;
    const deadLetters = queues.byArn(String(deadLetterTargetArn));
    const maxReceives = Number(maxReceiveCount);
    if (deadLetters && Number.isInteger(maxReceives) && maxReceives >= 1) return { maxReceives, deadLetters };
  } catch {
    // told below, with the rest
  }
  throw invalid('RedrivePolicy needs the deadLetterTargetArn of a queue that exists and a maxReceiveCount.');
}

/** The limits an `Attributes` object asks for; what it does not name stays as in `from`. */
export function limitsFrom(
  queues: LocalQueues,
  input: Json,
  from: Readonly<QueueLimits> = plainQueue,
): QueueLimits {
  const attributes = optionalObject(input, 'Attributes') ?? {};
  if ('FifoQueue' in attributes) throw invalid('This cloud has standard queues only. Leave FifoQueue out.');
  const policy = optionalText(attributes, 'RedrivePolicy');
  return {
    ...from,
    visibility_s: seconds(attributes, 'VisibilityTimeout', 43_200) ?? from.visibility_s,
    delay_s: seconds(attributes, 'DelaySeconds', 900) ?? from.delay_s,
    ...(policy === undefined ? {} : redrive(queues, policy)),
  };
}
