import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { localCloud } from './local-cloud.ts';

const local = await localCloud();
const empty = await localCloud({ handlers: '/nowhere' });
const { clock, names } = local.cloud;
const enqueue = (customer: string, deed: string) =>
  local.sqs.send(
    new SendMessageCommand({
      QueueUrl: local.queue('marketing'),
      MessageBody: JSON.stringify({ customer, do: deed }),
    }),
  );
const receives = async () =>
  (await local.invocations()).map(({ Records }) => Records?.[0]?.attributes.ApproximateReceiveCount);

test('a batch whose worker dies comes back at its deadline, five times, and then lies among the dead letters', async () => {
  await enqueue('c-1', 'crash');
  await clock.advance('PT1H');
  expect(await receives()).toEqual(['1', '2', '3', '4', '5']);
  expect(local.told).toHaveLength(5);
  expect(local.told[0]).toMatch(/^sender failed: the worker ended \(code 7\)/);
  const [dead] = await local.drain(names.deadLetters('marketing'));
  expect(JSON.parse(dead?.Body ?? '')).toEqual({ customer: 'c-1', do: 'crash' });
});

test('a handler that throws fails its whole batch and goes on living', async () => {
  local.told.length = 0;
  await enqueue('c-2', 'throw');
  await enqueue('c-3', 'nothing');
  await clock.advance('PT1H');
  expect(local.told[0]).toBe('sender failed: TypeError: as the message says');
  expect(
    (await local.drain(names.deadLetters('marketing'))).map(({ Body }) => JSON.parse(Body ?? '').customer),
  ).toContain('c-2');
  await local.invocations();
  await enqueue('c-4', 'nothing');
  await clock.advance('PT0S');
  expect((await local.invocations()).map(({ bodies }) => bodies?.[0].customer)).toEqual(['c-4']);
});

test('a function without a handler tells what is missing', async () => {
  const QueueUrl = empty.queue('transactional');
  await empty.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '{"customer":"c-5"}' }));
  await empty.cloud.clock.advance('PT0S');
  expect(empty.told[0]).toMatch(/^sender failed: .*handler/);
});

test('in real time a message is handled without anybody stepping', async () => {
  await local.invocations();
  await enqueue('c-6', 'nothing');
  await expect
    .poll(async () => (await local.invocations()).map(({ bodies }) => bodies?.[0].customer), {
      timeout: 10_000,
    })
    .toEqual(['c-6']);
});
