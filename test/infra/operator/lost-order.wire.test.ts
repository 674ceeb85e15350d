/** Orders that were lost, and replays of them while they are fresh. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Item, isRecord, type RecoveredStore, recoveredStore } from './recovered-store.ts';

let store: RecoveredStore;

beforeAll(async () => {
  store = await recoveredStore({ startAt: '2026-03-02T03:30:00Z' }); // 12:30 in Tokyo
});
afterAll(() => store?.stop());

const pass = (time: string) => store.cloud.clock.advance(time);
const seen = (customer: string) =>
  store.get<{ customer: { lifecycle: { orders: number }; enrolments?: { scenario: string }[] } }>(
    `customers/${customer}`,
  );
const runsOf = async (customer: string) =>
  ((await seen(customer)).customer.enrolments ?? []).map(({ scenario }) => scenario);

/** Takes away what is there of her; of what was lost before it came in, nothing is there. */
async function forget(customer: string, which: (item: Item) => boolean): Promise<void> {
  for (const item of await store.items()) {
    if (item.pk?.S === `C#mori#${customer}` && which(item)) await store.remove(item);
  }
}

async function replay(...more: string[]): Promise<void> {
  const to = store.cloud.clock.now().toString();
  const { code } = await store.ops('replay', '--from', '2026-03-02', '--to', to, ...more);
  expect(code).toBe(0);
  await pass('PT20M');
}

test('an order that never came in is counted by the facts, and let in by the replay that may send', async () => {
  await store.ops('pause', 'all', '--because', 'a test');
  await store.order('lost');
  await pass('PT1M');
  await forget('lost', () => true);
  await store.ops('resume', 'all');
  await replay();
  expect((await seen('lost')).customer.lifecycle.orders).toBe(1);
  expect([await runsOf('lost'), await store.mailsTo('lost')]).toEqual([[], []]);
  await replay();
  await replay('--send', '--yes');
  expect((await seen('lost')).customer.lifecycle.orders).toBe(1);
  expect(await store.mailsTo('lost')).toEqual(['order-thanks/thanks']);
  await replay('--send', '--yes');
  expect(await store.mailsTo('lost')).toEqual(['order-thanks/thanks']);
  await pass('P12D');
  expect(await store.mailsTo('lost')).toEqual(['order-thanks/thanks', 'after-purchase/any-trouble']);
});

test('a record that is lost after its mail went gets no second one by a replay that may send', async () => {
  await store.order('hana');
  await pass('PT2H');
  expect(await store.mailsTo('hana')).toEqual(['order-thanks/thanks']);
  await forget('hana', isRecord);
  await replay();
  expect([await runsOf('hana'), await store.mailsTo('hana')]).toEqual([[], ['order-thanks/thanks']]);
  await replay('--send', '--yes');
  expect(await runsOf('hana')).toEqual(['after-purchase']);
  await pass('P12D');
  expect(await store.mailsTo('hana')).toEqual(['order-thanks/thanks', 'after-purchase/any-trouble']);
});

test('a replay that somebody started by hand under a name of their own tells facts only', async () => {
  await store.order('mika');
  await pass('PT1M');
  await forget('mika', () => true);
  const { archiveArn, busArn, from, to } = await store.json(
    'replay',
    ...['--from', '2026-03-02', '--to', store.cloud.clock.now().toString(), '--dry-run'],
  );
  const { EventBridgeClient, StartReplayCommand } = await import('@aws-sdk/client-eventbridge');
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new EventBridgeClient({ endpoint: store.cloud.url, region: 'us-east-1', credentials });
  await client.send(
    new StartReplayCommand({
      ReplayName: 'by-hand',
      EventSourceArn: archiveArn,
      EventStartTime: new Date(from),
      EventEndTime: new Date(to),
      Destination: { Arn: busArn },
    }),
  );
  client.destroy();
  await pass('PT1H');
  expect((await seen('mika')).customer.lifecycle.orders).toBe(1);
  expect([await runsOf('mika'), await store.mailsTo('mika')]).toEqual([[], ['order-thanks/thanks']]);
});
