/** SQS over its JSON protocol. */
import { type Answer, answerJson, type Json, jsonBody, Refusal, type Request } from '../http/message.ts';
import { optionalText } from '../http/read-fields.ts';
import type { Queue } from '../queues/queue.ts';
import { type LocalQueues, localQueueUrl } from '../queues/queues.ts';
import { getQueueAttributes, limitsFrom } from './sqs-attributes.ts';
import { eachEntry } from './sqs-batch.ts';
import { changeMessageVisibility, deleteMessage, receiveMessage } from './sqs-receive.ts';
import { invalid, missing, nameExists, noSuchQueue } from './sqs-refusals.ts';
import { sendMessage, sendMessageBatch } from './sqs-send.ts';

type OnQueue = (queue: Queue, input: Json, request: Request) => Json | Promise<Json>;

const onQueue: Readonly<Record<string, OnQueue>> = {
  SendMessage: (queue, input, { caller }) => sendMessage(queue, input, caller.now_ms),
  SendMessageBatch: (queue, input, { caller }) => sendMessageBatch(queue, input, caller.now_ms),
  ReceiveMessage: (queue, input, { caller }) => receiveMessage(queue, input, caller),
  DeleteMessage: (queue, input) => deleteMessage(queue, input),
  DeleteMessageBatch: (queue, input) => eachEntry(input, (entry) => deleteMessage(queue, entry)),
  ChangeMessageVisibility: (queue, input, { caller }) => changeMessageVisibility(queue, input, caller.now_ms),
  ChangeMessageVisibilityBatch: (queue, input, { caller }) =>
    eachEntry(input, (entry) => changeMessageVisibility(queue, entry, caller.now_ms)),
  GetQueueAttributes: (queue, input) => getQueueAttributes(queue, input),
  PurgeQueue: (queue) => {
    queue.purge();
    return {};
  },
};

/** @param url where this cloud listens, as it appears in queue URLs */
export function sqsService(queues: LocalQueues, url: () => string) {
  function named(input: Json): Queue {
    const address = optionalText(input, 'QueueUrl');
    if (address === undefined) throw missing('QueueUrl');
    const queue = queues.get(address.split('/').at(-1) ?? '');
    if (!queue) throw noSuchQueue();
    return queue;
  }

  function createQueue(input: Json): Json {
    const name = optionalText(input, 'QueueName') ?? '';
    if (!/^[A-Za-z0-9_-]{1,80}$/.test(name)) {
      throw invalid('A queue name can only hold alphanumeric characters, hyphens and underscores, 1 to 80.');
    }
    const limits = limitsFrom(queues, input);
    const existing = queues.get(name);
    const asked = limitsFrom(queues, input, existing?.limits);
    const same = JSON.stringify([asked.visibility_s, asked.delay_s, asked.maxReceives]);
    const { visibility_s, delay_s, maxReceives } = existing?.limits ?? limits;
    if (existing && same !== JSON.stringify([visibility_s, delay_s, maxReceives])) throw nameExists();
    if (!existing) queues.create(name, limits);
    return { QueueUrl: localQueueUrl(url(), name) };
  }

  function getQueueUrl(input: Json): Json {
    const queue = queues.get(optionalText(input, 'QueueName') ?? '');
    if (!queue) throw noSuchQueue();
    return { QueueUrl: localQueueUrl(url(), queue.name) };
  }

  function listQueues(input: Json): Json {
    const prefix = optionalText(input, 'QueueNamePrefix') ?? '';
    const names = queues.all().map((queue) => queue.name);
    const chosen = names.filter((name) => name.startsWith(prefix)).sort();
    return chosen.length > 0 ? { QueueUrls: chosen.map((name) => localQueueUrl(url(), name)) } : {};
  }

  function deleteQueue(input: Json): Json {
    queues.delete(named(input).name);
    return {};
  }

  function setQueueAttributes(input: Json): Json {
    const queue = named(input);
    Object.assign(queue.limits, limitsFrom(queues, input, queue.limits));
    return {};
  }

  const onAll: Readonly<Record<string, (input: Json) => Json>> = {
    CreateQueue: createQueue,
    DeleteQueue: deleteQueue,
    GetQueueUrl: getQueueUrl,
    ListQueues: listQueues,
    SetQueueAttributes: setQueueAttributes,
  };

  return async (operation: string, request: Request): Promise<Answer> => {
    const input = jsonBody(request);
    const act = onQueue[operation];
    const output = act ? await act(named(input), input, request) : onAll[operation]?.(input);
    if (output === undefined) {
      throw new Refusal('UnsupportedOperation', `This cloud does not offer ${operation} of SQS.`);
    }
    return answerJson(output, 'application/x-amz-json-1.0');
  };
}
