/** What the SDK asks over a line, by all clients of the process. */

import { DeleteScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { callByLine } from '../../../infra/laptop/line/call-by-line.ts';
import { type LineAnswer, type LineRequest, lineTo } from '../../../infra/laptop/line/line.ts';

const asked: LineRequest[] = [];
let answer: (request: LineRequest) => Promise<LineAnswer>;
beforeEach(() => {
  asked.length = 0;
});

// A host that no wire leads to.
const host = 'cloud.invalid:4600';
const port = lineTo((request) => {
  asked.push(request);
  return answer(request);
});
callByLine([{ host, port }]);
afterAll(() => port.close());

const access = {
  endpoint: `http://${host}`,
  region: 'us-east-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  maxAttempts: 1,
};
const sqs = new SQSClient(access);
const json = (status: number, body: object): LineAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify(body),
});
const bodyOf = (request?: LineRequest) => JSON.parse(Buffer.from(request?.body ?? '').toString());
const urlOf = (QueueName: string) => sqs.send(new GetQueueUrlCommand({ QueueName }));

test('a request comes with its words and an answer is read, Japanese and all', async () => {
  answer = async () => json(200, { QueueUrl: '待ち行列' });
  expect(await urlOf('列')).toMatchObject({ QueueUrl: '待ち行列' });
  expect(asked[0]).toMatchObject({
    method: 'POST',
    url: '/',
    headers: { 'x-amz-target': 'AmazonSQS.GetQueueUrl' },
  });
  expect(bodyOf(asked[0])).toEqual({ QueueName: '列' });
});

test('what is asked in the address comes in the address, encoded', async () => {
  answer = async () => json(200, {});
  const scheduler = new SchedulerClient(access);
  await scheduler.send(new DeleteScheduleCommand({ Name: 'a-1', GroupName: 'g.1', ClientToken: 'a&b=c' }));
  const { pathname, searchParams } = new URL(asked[0]?.url ?? '', 'http://localhost');
  expect([asked[0]?.method, pathname]).toEqual(['DELETE', '/schedules/a-1']);
  expect(Object.fromEntries(searchParams)).toEqual({ groupName: 'g.1', clientToken: 'a&b=c' });
});

test('a refusal is that of the service', async () => {
  answer = async () => json(400, { __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'none' });
  await expect(urlOf('q')).rejects.toMatchObject({ name: 'QueueDoesNotExist', message: 'none' });
});

test('each of several at once gets its own answer, whichever comes first', async () => {
  const waiting: (() => void)[] = [];
  answer = (request) =>
    new Promise((resolve) => waiting.push(() => resolve(json(200, { QueueUrl: bodyOf(request).QueueName }))));
  const all = Promise.all(['a', 'b', 'c'].map(urlOf));
  while (waiting.length < 3) await new Promise((resolve) => setTimeout(resolve, 1));
  for (const say of waiting.reverse()) say();
  expect((await all).map(({ QueueUrl }) => QueueUrl)).toEqual(['a', 'b', 'c']);
});

test('where the other end cannot answer the call fails as one whose connection broke', async () => {
  answer = () => Promise.reject(new Error('a fault of the cloud'));
  await expect(urlOf('q')).rejects.toThrow('socket hang up');
});

test('what has no line goes over the wire', async () => {
  const other = new SQSClient({ ...access, endpoint: 'http://127.0.0.1:9' });
  await expect(other.send(new GetQueueUrlCommand({ QueueName: 'q' }))).rejects.toThrow('ECONNREFUSED');
  expect(asked).toEqual([]);
});
