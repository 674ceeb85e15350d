import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetAccountCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { startProxy } from '../../../../infra/proof/faults/fault-proxy.ts';
import type { FaultKind } from '../../../../infra/proof/faults/fault-table.ts';

let kind: FaultKind | undefined;
let workers = new Set<string>();
let told: string[] = [];
let patience = new AbortController();

/** What stands for the cloud: takes everything, and tells how it was asked. */
const target = http.createServer((request, response) => {
  told.push('passed on');
  request.resume().on('end', () => response.end('{"asked":true}'));
});
target.listen(0, '127.0.0.1');
await once(target, 'listening');
const proxy = await startProxy(`http://127.0.0.1:${(target.address() as AddressInfo).port}`, {
  deal: () => ({ kind, delay_ms: 1 }),
  kill: (key) => workers.delete(key),
  dealt: (service, dealt) => told.push(`${service} ${dealt}`),
  done: (service, operation, _, status) => told.push(`${service} ${operation} ${status}`),
});

beforeEach(() => {
  kind = undefined;
  workers = new Set(['W.sender.0']);
  told = [];
  patience = new AbortController();
});
afterAll(async () => {
  await proxy.stop();
  target.close();
});

/** One request as a worker signs it; what its client learns. */
async function ask(dealt?: FaultKind) {
  kind = dealt;
  const authorization = 'AWS4-HMAC-SHA256 Credential=W.sender.0/20260101/us-east-1/sqs/aws4_request, S=0';
  const headers = { authorization, 'x-amz-target': 'AmazonSQS.SendMessage' };
  try {
    const response = await fetch(proxy.url, { method: 'POST', headers, body: '{}', signal: patience.signal });
    return `${response.status} ${await response.text()}`;
  } catch {
    return 'no answer';
  }
}
const done = ['passed on', 'sqs SendMessage 200'];

test('without a fault the answer is the service’s own', async () => {
  expect(await ask()).toBe('200 {"asked":true}');
  expect(told).toEqual(done);
});

test('a late request is done and answered', async () => {
  expect(await ask('delay')).toBe('200 {"asked":true}');
  expect(told).toEqual(['sqs delay', ...done]);
});

test('a dropped request is not passed on, and its client hears nothing', async () => {
  expect(await ask('drop')).toBe('no answer');
  expect(told).toEqual(['sqs drop']);
});

test('a cut comes after the request was done', async () => {
  expect(await ask('cut')).toBe('no answer');
  expect(told).toEqual(['sqs cut', ...done]);
});

test('a fault of the service comes before the request, or after it was done', async () => {
  expect(await ask('5xx')).toMatch(/^500 .*InternalError/);
  expect(told).toEqual(['sqs 5xx']);
  told = [];
  expect(await ask('5xx-after')).toMatch(/^500 .*InternalError/);
  expect(told).toEqual(['sqs 5xx-after', ...done]);
});

test('a worker is killed before its request is passed on, or after it was done, and there is no answer', async () => {
  const before = ask('kill-before');
  await expect.poll(() => told).toEqual(['sqs kill-before']);
  expect(workers.size).toBe(0);
  workers.add('W.sender.0');
  told = [];
  const after = ask('kill-after');
  await expect.poll(() => told).toEqual([...done, 'sqs kill-after']);
  expect(workers.size).toBe(0);
  patience.abort();
  expect(await Promise.all([before, after])).toEqual(['no answer', 'no answer']);
});

test('a hanging request was done, and only its client’s patience ends it', async () => {
  const learnt = ask('hang');
  await expect.poll(() => told).toEqual(['sqs hang', ...done]);
  patience.abort();
  expect(await learnt).toBe('no answer');
});

test('where no worker can be killed the request passes and nothing is counted', async () => {
  workers.clear();
  expect(await ask('kill-before')).toBe('200 {"asked":true}');
  expect(await ask('kill-after')).toBe('200 {"asked":true}');
  expect(told).toEqual([...done, ...done]);
});

test('what is not signed is passed on, whatever is dealt to others', async () => {
  const response = await fetch(`${proxy.url}/u/token`);
  expect(response.status).toBe(200);
});

const client = {
  endpoint: proxy.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'k', secretAccessKey: 's' },
  maxAttempts: 1,
};
const QueueUrl = `${proxy.url}/000000000000/q`;
const asks = {
  dynamodb: () =>
    new DynamoDBClient(client).send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'x' } } })),
  sqs: () => new SQSClient(client).send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] })),
  scheduler: () => new SchedulerClient(client).send(new GetScheduleCommand({ Name: 'n' })),
  ses: () => new SESv2Client(client).send(new GetAccountCommand({})),
  secretsmanager: () => new SecretsManagerClient(client).send(new GetSecretValueCommand({ SecretId: 's' })),
  events: () => new EventBridgeClient(client).send(new PutEventsCommand({ Entries: [{}] })),
};

test.each([
  ['dynamodb', 'InternalServerError', 'ProvisionedThroughputExceededException'],
  ['sqs', 'InternalError', 'RequestThrottled'],
  ['scheduler', 'InternalServerException', 'ThrottlingException'],
  ['ses', 'InternalServiceErrorException', 'TooManyRequestsException'],
  ['secretsmanager', 'InternalServiceError', 'ThrottlingException'],
  ['events', 'InternalException', 'ThrottlingException'],
] as const)(
  'the SDK reads a fault and throttling of %s as the service’s own',
  async (service, fault, throttling) => {
    kind = '5xx';
    await expect(asks[service]()).rejects.toMatchObject({ name: fault, $metadata: { httpStatusCode: 500 } });
    kind = 'throttle';
    await expect(asks[service]()).rejects.toMatchObject({ name: throttling });
    expect(told).toEqual([`${service} 5xx`, `${service} throttle`]);
  },
);
