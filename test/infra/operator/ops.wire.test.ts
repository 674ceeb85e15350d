/** The operator's commands against a running embedded cloud, as they are typed. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DeleteQueueCommand, GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../../infra/laptop/cloud.ts';
import { twoScenariosAlone } from '../../support/two-scenarios-alone.ts';
import { opsOn } from './ops-typed.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
let cloud: Cloud;
let bus: EventBridgeClient;
let sqs: SQSClient;

const { ops, json } = opsOn(() => cloud);

beforeAll(async () => {
  const startAt = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
  cloud = await startCloud({ port: 0, startAt, settings: twoScenariosAlone, report: () => undefined });
  const config = { endpoint: cloud.url, region: 'us-east-1', credentials };
  bus = new EventBridgeClient(config);
  sqs = new SQSClient(config);
});

afterAll(async () => {
  bus?.destroy();
  sqs?.destroy();
  await cloud?.stop();
});

async function put(DetailType: string, detail: object): Promise<void> {
  const Entries = [
    { EventBusName: cloud.names.bus, Source: 'storefront', DetailType, Detail: JSON.stringify(detail) },
  ];
  expect((await bus.send(new PutEventsCommand({ Entries }))).FailedEntryCount).toBe(0);
}

const order = (customer: string, id: string) =>
  put('OrderPlaced', {
    eventId: `evt-${id}`,
    occurredAt: cloud.clock.now().toString(),
    customer: {
      id: customer,
      email: `${customer}@example.com`,
      timeZone: 'Asia/Tokyo',
      acceptsMarketing: true,
    },
    order: { id, currency: 'JPY', total: 5400, items: [{ productId: 'p-1', quantity: 1, unitPrice: 5400 }] },
  });

async function mailsTo(customer: string): Promise<string[]> {
  const mails = (await (await fetch(`${cloud.url}/_local/mails`)).json()) as {
    to: string;
    template: string;
  }[];
  return mails.filter(({ to }) => to === `${customer}@example.com`).map(({ template }) => template);
}

test('a paused mail is held, why says so, and after the resume it goes', async () => {
  expect((await ops('pause', 'all')).code).toBe(2);
  expect((await ops('pause', 'all', '--by', 'yuki', '--because', 'wrong prices')).code).toBe(0);
  await order('hana', 'o-1');
  await cloud.clock.advance('PT1M');
  expect(await mailsTo('hana')).toEqual([]);
  const held = await ops('why', 'hana');
  expect(held.out).toContain(
    'All mail of this deployment is paused by the operator yuki since 2026-03-02 12:30: wrong prices.',
  );
  expect(held.out).toContain('order-thanks/thanks (step thanks) is held: such mail is paused.');
  expect(held.out).not.toContain('@');
  expect((await json('resume', 'all')).paused.all).toBe(false);
  await cloud.clock.advance('PT61M');
  expect(await mailsTo('hana')).toEqual(['order-thanks/thanks']);
  const gone = await ops('why', 'hana');
  expect(gone.out).toContain(
    'the customer got order-thanks/thanks (order-thanks v2, step thanks): the mail service took it.',
  );
  expect(gone.out).toContain('Next comes after-purchase/any-trouble (step trouble) on 2026-03-14 10:');
});

test('brakes that two operators pull at once are both on', async () => {
  await Promise.all([
    ops('pause', 'marketing', '--because', 'a test'),
    ops('pause', 'after-purchase', '--because', 'a test'),
    ops('pause', 'order-thanks', '--because', 'a test'),
  ]);
  const { brakes } = await json('status');
  expect(brakes.value.paused).toEqual({
    all: false,
    marketing: true,
    scenarios: ['after-purchase', 'order-thanks'],
  });
  for (const what of ['marketing', 'after-purchase', 'order-thanks']) await ops('resume', what);
});

test('an unknown scenario and an unknown customer are refused with a sentence', async () => {
  const scenario = await ops('pause', 'after-purchases', '--because', 'a test');
  expect([scenario.code, scenario.err]).toEqual([
    1,
    expect.stringContaining('one of after-purchase, back-in-stock'),
  ]);
  const customer = await ops('why', 'nobody');
  expect([customer.code, customer.err]).toEqual([1, expect.stringContaining('has no customer "nobody"')]);
});

test('a poisoned event is listed, shown without being lost, redriven into its reason again, and dropped', async () => {
  await put('OrderPlaced', {
    eventId: 'bad',
    occurredAt: 'yesterday',
    customer: { id: 'x' },
    order: { id: 'y' },
  });
  await cloud.clock.advance('PT1M');
  expect((await json('dlq', 'list')).total).toBe(1);
  const shown = await json('dlq', 'show', 'intake');
  expect(shown.letters).toMatchObject([{ reason: expect.stringContaining('MalformedEvent') }]);
  expect(shown.letters[0].body).toBeUndefined();
  const again = await json('dlq', 'show', 'intake', '--bodies');
  expect(again.letters[0].id).toBe(shown.letters[0].id);
  expect(JSON.parse(again.letters[0].body).detail.eventId).toBe('bad');

  const redriven = await json('dlq', 'redrive', 'intake', '--all');
  expect(redriven.code).toBe(0);
  expect(redriven.messages).toMatchObject([{ id: shown.letters[0].id, outcome: 'redriven' }]);
  await cloud.clock.advance('PT1M');
  const [letter] = (await json('dlq', 'show', 'intake')).letters;
  expect(letter.id).not.toBe(shown.letters[0].id);

  expect((await ops('dlq', 'drop', 'intake', '--all')).code).toBe(1);
  expect((await ops('dlq', 'drop', 'intake', '--id', 'another')).code).toBe(1);
  expect((await json('dlq', 'list')).total).toBe(1);
  expect((await json('dlq', 'drop', 'intake', '--id', letter.id)).messages).toMatchObject([
    { outcome: 'dropped' },
  ]);
  expect((await json('dlq', 'list')).total).toBe(0);
});

test('a dead letter that cannot be placed stays, and makes the command fail', async () => {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: cloud.names.ruleDeadLetters }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'no event' }));
  const { code, messages } = await json('dlq', 'redrive', 'rules', '--all');
  expect([code, messages]).toMatchObject([1, [{ outcome: 'stays' }]]);
  expect((await json('dlq', 'list')).total).toBe(1);
  expect((await ops('dlq', 'drop', 'rules', '--all', '--yes')).code).toBe(0);
  expect((await json('dlq', 'list')).total).toBe(0);
});

test('an event of a rule that died comes through after its redrive', async () => {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: cloud.names.ruleDeadLetters }));
  const detail = {
    eventId: 'evt-late',
    occurredAt: cloud.clock.now().toString(),
    customer: { id: 'late', source: 'shop' },
  };
  const event = { source: 'storefront', 'detail-type': 'CustomerUpdated', detail };
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(event) }));
  expect((await json('dlq', 'redrive', 'rules', '--all')).code).toBe(0);
  await cloud.clock.advance('PT1M');
  expect((await ops('why', 'late')).lines[0]).toBe('Customer late has 0 orders that count.');
});

test('the sweep runs when it is told to', async () => {
  expect(await json('reconcile', 'now')).toEqual({ code: 0, overdue: 0, enqueued: 0, onlyCounted: false });
});

test('the status is one page, and everything on it is known', async () => {
  const { code, out } = await ops('status');
  expect(code).toBe(0);
  expect(out).toContain('nothing is paused');
  expect(out).toContain('intake 0, transactional 0, marketing 0, feedback 0, rules 0, timers 0');
  expect(out).not.toContain('not known');
});

test('a deployment that is not there is told as such', async () => {
  const { code, err } = await ops('dlq', 'list', '--stage', 'nowhere');
  expect([code, err]).toEqual([1, expect.stringContaining('There is no queue tsunagu-mori-nowhere-')]);
});

test('a dead letter whose queue cannot be reached is not deleted', async () => {
  const { QueueUrl } = await sqs.send(
    new GetQueueUrlCommand({ QueueName: cloud.names.deadLetters('feedback') }),
  );
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' }));
  const feedback = await sqs.send(new GetQueueUrlCommand({ QueueName: cloud.names.queue('feedback') }));
  await sqs.send(new DeleteQueueCommand({ QueueUrl: feedback.QueueUrl }));
  const { code, messages } = await json('dlq', 'redrive', 'feedback', '--all');
  expect([code, messages]).toMatchObject([1, [{ outcome: 'failed' }]]);
  expect((await json('dlq', 'show', 'feedback')).letters).toHaveLength(1);
});
