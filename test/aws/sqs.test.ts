import { SQSClient } from '@aws-sdk/client-sqs';
import { beforeEach, expect, test } from 'vitest';
import { copiesOf, type Inbox, type InboxRecord, queueUrl, sqsInbox } from '../../shared/aws/sqs-inbox.ts';
import { sqsLanes } from '../../shared/aws/sqs-lanes.ts';
import { wireStub } from './wire-stub.ts';

const stub = wireStub();
const client = () => new SQSClient({ ...stub.config(), md5: false, maxAttempts: 1 });
const url = (name: string) => `${stub.config().endpoint}/123456789012/${name}`;
const message = { kind: 'resolve', customer: 'c1', touchpoint: 't1' } as const;

const lanes = () =>
  sqsLanes({ client: client(), laneUrls: { transactional: url('lane-t'), marketing: url('lane-m') } });

test('a message goes into its lane, after its delay', async () => {
  await lanes().enqueue('transactional', message, 0);
  await lanes().enqueue('marketing', message, 899.2);
  expect(stub.asked.map(({ operation, body }) => [operation, body])).toEqual([
    [
      'AmazonSQS.SendMessage',
      { QueueUrl: url('lane-t'), MessageBody: JSON.stringify(message), DelaySeconds: 0 },
    ],
    [
      'AmazonSQS.SendMessage',
      { QueueUrl: url('lane-m'), MessageBody: JSON.stringify(message), DelaySeconds: 900 },
    ],
  ]);
});

test('a delay beyond what a queue holds is cut to it', async () => {
  await lanes().enqueue('marketing', message, 5000);
  await lanes().enqueue('marketing', message, -3);
  expect(stub.asked.map(({ body }) => body.DelaySeconds)).toEqual([900, 0]);
});

test('the backlog of a lane is what waits in it, and the other is not asked', async () => {
  const counted = (n: string) => ({ status: 200, body: { Attributes: { ApproximateNumberOfMessages: n } } });
  stub.answer(counted('7'), counted('12'));
  expect(await lanes().backlog('transactional')).toBe(7);
  expect(await lanes().backlog('marketing')).toBe(12);
  expect(stub.asked.map(({ body }) => body.QueueUrl)).toEqual([url('lane-t'), url('lane-m')]);
});

test('a lane is idle when nothing waits in it and nothing of it is at work', async () => {
  const counted = (waiting: string, atWork: string) => ({
    status: 200,
    body: {
      Attributes: { ApproximateNumberOfMessages: waiting, ApproximateNumberOfMessagesNotVisible: atWork },
    },
  });
  stub.answer(counted('0', '0'), counted('3', '0'), counted('0', '2'));
  const told = [];
  for (let nth = 0; nth < 3; nth += 1) told.push(await lanes().isIdle('marketing'));
  expect(told).toEqual([true, false, false]);
  expect(stub.asked.map(({ body }) => body.AttributeNames)).toEqual(
    Array(3).fill(['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible']),
  );
});

test('a queue that refuses makes the caller fail, so that its message comes back', async () => {
  stub.answer({ status: 400, error: 'QueueDoesNotExist', body: { message: 'no queue' } });
  await expect(lanes().enqueue('marketing', message, 0)).rejects.toThrow('no queue');
});

const record = (copies?: string): InboxRecord => ({
  body: '{"a":"山"}',
  eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:tsunagu-shop-test-intake',
  messageAttributes: copies === undefined ? {} : { copies: { stringValue: copies, dataType: 'Number' } },
});
let inbox: Inbox;
beforeEach(() => {
  inbox = sqsInbox({ client: client(), endpoint: `${stub.config().endpoint}/` });
});

test('a buried message lies in its queue’s dead letters with its reason', async () => {
  await inbox.bury(record(), 'malformed\n event');
  expect(stub.asked[0]?.body).toEqual({
    QueueUrl: url('tsunagu-shop-test-intake-dead'),
    MessageBody: '{"a":"山"}',
    MessageAttributes: { reason: { DataType: 'String', StringValue: 'malformed event' } },
  });
});

test('a reason is never empty and never too long', async () => {
  await inbox.bury(record(), '\n');
  await inbox.bury(record(), 'x'.repeat(1000));
  const reasons = stub.asked.map(
    ({ body }) => (body.MessageAttributes as { reason: { StringValue: string } }).reason,
  );
  expect(reasons.map(({ StringValue }) => StringValue.length)).toEqual(['no reason given'.length, 256]);
});

test('a delayed message comes back in its own queue and counts its copies', async () => {
  await inbox.delay(record(), 60);
  await inbox.delay(record('4'), 1e6);
  expect(stub.asked[0]?.body).toEqual({
    QueueUrl: url('tsunagu-shop-test-intake'),
    MessageBody: '{"a":"山"}',
    DelaySeconds: 60,
    MessageAttributes: { copies: { DataType: 'Number', StringValue: '1' } },
  });
  expect(stub.asked[1]?.body).toMatchObject({
    DelaySeconds: 900,
    MessageAttributes: { copies: { StringValue: '5' } },
  });
});

test('a count that makes no sense counts as none', () => {
  expect(['-1', 'x', '1e400', '3'].map((copies) => copiesOf(record(copies)))).toEqual([0, 0, 0, 3]);
  expect(copiesOf(record())).toBe(0);
});

test('a queue’s URL follows from its ARN, at AWS and elsewhere', () => {
  expect(queueUrl('arn:aws:sqs:ap-northeast-1:123456789012:q')).toBe(
    'https://sqs.ap-northeast-1.amazonaws.com/123456789012/q',
  );
  expect(queueUrl('arn:aws-cn:sqs:cn-north-1:123456789012:q')).toBe(
    'https://sqs.cn-north-1.amazonaws.com.cn/123456789012/q',
  );
  expect(queueUrl('arn:aws:sqs:us-east-1:000000000000:q', 'http://localhost:4600')).toBe(
    'http://localhost:4600/000000000000/q',
  );
});
