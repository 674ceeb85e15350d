import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from 'vitest';
import { localCloud, startAt } from './local-cloud.ts';

const local = await localCloud();
const { clock, names } = local.cloud;
const enqueue = (
  customer: string,
  DelaySeconds: number,
  more: object = {},
  lane: 'marketing' | 'transactional' = 'marketing',
) =>
  local.sqs.send(
    new SendMessageCommand({
      QueueUrl: local.queue(lane),
      MessageBody: JSON.stringify({ customer, ...more }),
      DelaySeconds,
    }),
  );
/** Seconds since `from`, rounded: real time adds a little between two calls. */
const since = (from: string, now: string) => Math.round((Date.parse(now) - Date.parse(from)) / 1000);
const told = async (from: string) =>
  (await local.invocations()).map(({ now, bodies }) => [
    since(from, now),
    ...(bodies ?? []).map((body) => body.customer ?? body.detail?.customer?.id),
  ]);

afterEach(async () => {
  await clock.advance('PT24H');
  await local.invocations();
});

test('before anything has happened the clock may be set to any moment, also back', async () => {
  expect((await local.post('/_local/clock', { to: '2014-01-03T00:00:00Z' })).body.now).toBe(
    '2014-01-03T00:00:00Z',
  );
  expect((await local.post('/_local/clock', { to: startAt })).body.now).toBe(startAt);
});

test('the clock steps to each due thing and never over one', async () => {
  const from = clock.now().toString();
  await enqueue('later', 600);
  await enqueue('first', 30);
  await enqueue('second', 60);
  await clock.advance('PT1H');
  expect(await told(from)).toEqual([
    [30, 'first'],
    [60, 'second'],
    [600, 'later'],
  ]);
  expect(since(from, clock.now().toString())).toBe(3600);
});

test('what is not due by the target stays', async () => {
  const from = clock.now().toString();
  await enqueue('waits', 600);
  await clock.advance('PT5M');
  expect(await told(from)).toEqual([]);
  const { timers } = {
    timers: (await local.get<{ queues: Record<string, { delayed: number }> }>('/_local/stats')).queues,
  };
  expect(timers[names.queue('marketing')]?.delayed).toBe(1);
  await clock.advance('PT5M1S');
  expect(await told(from)).toEqual([[600, 'waits']]);
});

test('messages of one customer are handled in the order of their moments, in whichever queue they wait', async () => {
  const from = clock.now().toString();
  for (let nth = 0; nth < 8; nth += 1)
    await enqueue('one', 10 * nth, { nth }, nth % 2 ? 'marketing' : 'transactional');
  await clock.passTo(clock.now().add({ minutes: 10 }).toString());
  await clock.advance('PT0S');
  expect((await told(from)).map(([at_s]) => at_s)).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
});

test('messages of many customers due together are shared out, and none is handled twice', async () => {
  const from = clock.now().toString();
  await clock.passTo(clock.now().add({ seconds: 1 }).toString());
  const customers = Array.from({ length: 25 }, (_, nth) => `c-${nth}`);
  for (const customer of customers) await enqueue(customer, 60);
  await clock.advance('PT2M');
  const invocations = await told(from);
  expect(invocations.flatMap(([, ...who]) => who).sort()).toEqual([...customers].sort());
  expect(Math.max(...invocations.map((one) => one.length - 1))).toBeLessThanOrEqual(10);
});

test('a message that failed comes back at its visibility deadline, alone', async () => {
  const from = clock.now().toString();
  await clock.passTo(clock.now().add({ seconds: 1 }).toString());
  await enqueue('fine', 10);
  await enqueue('fails', 10, { do: 'fail' });
  await clock.advance('PT7M');
  const seen = await told(from);
  expect(
    seen
      .filter(([at_s]) => (at_s as number) < 60)
      .flatMap(([, ...who]) => who)
      .sort(),
  ).toEqual(['fails', 'fine']);
  expect(seen.filter(([at_s]) => (at_s as number) > 60)).toEqual([[11 + 360, 'fails']]);
});

test('a handler that sleeps wakes at once, later by its own clock, with less time left', async () => {
  await enqueue('sleeper', 10, { do: 'sleep' });
  await clock.advance('PT1M');
  const [before, after] = await local.invocations();
  expect(since(before?.now ?? '', after?.now ?? '')).toBe(90);
  expect(before?.remaining_ms).toBeGreaterThan(0);
  expect(after?.remaining_ms).toBe(0);
});

test.each([
  ['its index holds', (at_s: string) => ({ sweepShard: { S: 'S#00' }, sweepAt: { N: at_s } })],
  ['a round would find', (at_s: string) => ({ wakeAt: { N: at_s } })],
] as const)('the sweep is called on the quarter of an hour after %s something due', async (_, moment) => {
  const day = clock.now().add({ hours: 24 }).toString().slice(0, 10);
  await clock.to(`${day}T00:01:00Z`);
  await local.invocations();
  const put = (moments: object) =>
    new DynamoDBClient(local.client).send(
      new PutItemCommand({
        TableName: names.tables.records,
        Item: { pk: { S: 'C#mori#late' }, ...moments },
      }),
    );
  await put(moment(String(Date.parse(`${day}T02:20:00Z`) / 1000)));
  await clock.to(`${day}T02:29:59Z`);
  expect(await local.invocations()).toEqual([]);
  await clock.to(`${day}T02:46:00Z`);
  const sweeps = await local.invocations();
  expect(sweeps.map(({ now }) => now)).toEqual([`${day}T02:30:00Z`, `${day}T02:45:00Z`]);
  expect(sweeps[0]?.event).toMatchObject({ source: 'aws.events', 'detail-type': 'Scheduled Event' });
  await put({});
});

test('going back, and what is no moment or span, is refused with a remedy', async () => {
  const bad = [
    { to: '2020-01-01T00:00:00Z' },
    { advance: '-P1D' },
    { advance: 'a week' },
    { to: 'then' },
    {},
  ];
  for (const body of [...bad, { advance: 'PT1S', to: startAt }, { advance: 'PT1S', settle: false }]) {
    const answer = await local.post('/_local/clock', body);
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: expect.any(String), remedy: expect.any(String) },
    ]);
  }
});

test('two moves asked at once are done one after the other', async () => {
  const from = clock.now().toString();
  await Promise.all([clock.advance('PT1H'), clock.advance('PT1H')]);
  expect(since(from, clock.now().toString())).toBe(7200);
});
