import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { localCloud } from './local-cloud.ts';

const local = await localCloud();
const { sqs } = local;

async function newQueue(name: string, Attributes: Record<string, string> = {}): Promise<string> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
  return QueueUrl ?? '';
}
const send = (QueueUrl: string, MessageBody: string, more: object = {}) =>
  sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }));
const receive = async (QueueUrl: string, more: object = {}) =>
  (await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more }))).Messages ?? [];
const counts = async (QueueUrl: string) =>
  (await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))).Attributes ?? {};

test('a message is received with its checksums and attributes, and is gone once deleted', async () => {
  const url = await newQueue('plain');
  const MessageAttributes = {
    reason: { DataType: 'String', StringValue: 'because' },
    bytes: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2, 3]) },
    copies: { DataType: 'Number', StringValue: '2' },
  };
  // The SDK itself checks both checksums of sending and receiving.
  const sent = await send(url, 'héllo 日本', { MessageAttributes });
  const [message] = await receive(url, { MessageAttributeNames: ['All'], AttributeNames: ['All'] });
  expect(message).toMatchObject({ MessageId: sent.MessageId, Body: 'héllo 日本', MessageAttributes });
  expect(message?.Attributes).toMatchObject({ ApproximateReceiveCount: '1' });
  expect(await receive(url)).toEqual([]);
  await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message?.ReceiptHandle }));
  expect(await counts(url)).toMatchObject({ ApproximateNumberOfMessagesNotVisible: '0' });
});

test('a delayed message comes when its time has come, and an unfinished one at its visibility deadline', async () => {
  const url = await newQueue('slow', { VisibilityTimeout: '60' });
  await send(url, 'later', { DelaySeconds: 900 });
  expect(await receive(url)).toEqual([]);
  expect(await counts(url)).toMatchObject({ ApproximateNumberOfMessagesDelayed: '1' });
  await local.cloud.clock.advance('PT15M');
  expect(await receive(url)).toHaveLength(1);
  await local.cloud.clock.advance('PT50S');
  expect(await receive(url)).toEqual([]);
  await local.cloud.clock.advance('PT10S');
  const [again] = await receive(url, { AttributeNames: ['ApproximateReceiveCount'] });
  expect(again?.Attributes?.ApproximateReceiveCount).toBe('2');
});

test('visibility can be changed to nothing and to more', async () => {
  const url = await newQueue('seen-again');
  await send(url, 'x');
  const [first] = await receive(url);
  const change = (VisibilityTimeout: number, ReceiptHandle = first?.ReceiptHandle) =>
    sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout }));
  await change(0);
  const [second] = await receive(url);
  await expect(change(10)).rejects.toMatchObject({ name: 'MessageNotInflight' });
  await change(3600, second?.ReceiptHandle);
  await local.cloud.clock.advance('PT59M');
  expect(await receive(url)).toEqual([]);
  await local.cloud.clock.advance('PT1M');
  expect(await receive(url)).toHaveLength(1);
});

test('a message received too often goes to the dead letters and tells where from', async () => {
  const dead = await newQueue('mine-dead');
  const { QueueArn } = await counts(dead);
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: QueueArn, maxReceiveCount: 2 });
  const url = await newQueue('mine', { VisibilityTimeout: '0', RedrivePolicy });
  expect((await counts(url)).RedrivePolicy).toBe(RedrivePolicy);
  const { MessageId } = await send(url, 'poison');
  for (const _ of [1, 2]) {
    expect(await receive(url)).toHaveLength(1);
    await local.cloud.clock.advance('PT1S');
  }
  expect(await receive(url)).toEqual([]);
  const [buried] = await receive(dead, { AttributeNames: ['All'] });
  expect(buried).toMatchObject({ MessageId, Body: 'poison' });
  expect(buried?.Attributes?.DeadLetterQueueSourceArn).toMatch(/:mine$/);
});

test('batches have a verdict for each entry', async () => {
  const url = await newQueue('batches');
  const Entries = [
    { Id: 'good', MessageBody: 'a' },
    { Id: 'late', MessageBody: 'b', DelaySeconds: 901 },
  ];
  const sent = await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
  expect(sent.Successful?.map(({ Id }) => Id)).toEqual(['good']);
  expect(sent.Failed).toMatchObject([{ Id: 'late', Code: 'InvalidParameterValue', SenderFault: true }]);
  const [message] = await receive(url);
  const handles = [
    { Id: 'one', ReceiptHandle: message?.ReceiptHandle ?? '' },
    { Id: 'two', ReceiptHandle: 'nonsense' },
  ];
  const hidden = handles.map((one) => ({ ...one, VisibilityTimeout: 5 }));
  const changed = await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries: hidden }));
  expect(changed.Failed).toMatchObject([{ Id: 'two', Code: 'ReceiptHandleIsInvalid' }]);
  const deleted = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: handles }));
  expect(deleted.Successful?.map(({ Id }) => Id)).toEqual(['one']);
});

test('what SQS refuses is refused by its name', async () => {
  const url = await newQueue('strict');
  const batch = (Entries: { Id: string; MessageBody: string }[]) =>
    sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
  const one = (Id: string, MessageBody = 'x') => ({ Id, MessageBody });
  const cases: [Promise<unknown>, string][] = [
    [send(local.urlOf('nowhere'), 'x'), 'QueueDoesNotExist'],
    [send(url, ''), 'InvalidParameterValue'],
    [send(url, 'x', { DelaySeconds: 901 }), 'InvalidParameterValue'],
    [send(url, 'bell \u0007'), 'InvalidMessageContents'],
    [send(url, 'x'.repeat(1024 * 1024 + 1)), 'InvalidParameterValue'],
    [batch([]), 'EmptyBatchRequest'],
    [batch([one('a'), one('a')]), 'BatchEntryIdsNotDistinct'],
    [batch([one('no good')]), 'InvalidBatchEntryId'],
    [batch(Array.from({ length: 11 }, (_, nth) => one(`n${nth}`))), 'TooManyEntriesInBatchRequest'],
    [batch([one('a', 'x'.repeat(600_000)), one('b', 'x'.repeat(600_000))]), 'BatchRequestTooLong'],
    [receive(url, { MaxNumberOfMessages: 11 }), 'InvalidParameterValue'],
    [newQueue('strict', { VisibilityTimeout: '7' }), 'QueueNameExists'],
    [sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: 'x' })), 'ReceiptHandleIsInvalid'],
  ];
  const names = await Promise.all(cases.map(([refused]) => refused.catch((error: Error) => error.name)));
  // SQS's old codes are what the SDK shows for some of them.
  expect(names.map((name) => String(name).split('.').at(-1))).toEqual(cases.map(([, name]) => name));
});

test('queues are found by name, listed by prefix, set and purged', async () => {
  const url = await newQueue('found');
  expect((await sqs.send(new GetQueueUrlCommand({ QueueName: 'found' }))).QueueUrl).toBe(url);
  const listed = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: 'tsunagu-mori-local-' }));
  expect(listed.QueueUrls).toHaveLength(11);
  const Attributes = { DelaySeconds: '5' };
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes }));
  await send(url, 'x');
  expect(await counts(url)).toMatchObject({ ApproximateNumberOfMessagesDelayed: '1', DelaySeconds: '5' });
  await sqs.send(new PurgeQueueCommand({ QueueUrl: url }));
  expect(await counts(url)).toMatchObject({ ApproximateNumberOfMessagesDelayed: '0' });
});

test('a receiver that waits gets the message when it comes', async () => {
  const url = await newQueue('waited-for');
  const waiting = receive(url, { WaitTimeSeconds: 20 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await send(url, 'at last');
  expect((await waiting).map(({ Body }) => Body)).toEqual(['at last']);
});

test('a client of the old Query protocol is told what to do', async () => {
  const response = await fetch(local.cloud.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Action=ListQueues&Version=2012-11-05',
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('Use an AWS CLI or SDK of December 2023 or newer');
});
