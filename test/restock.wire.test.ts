/** W04, the whole way: who asked for a product hears that it is back, in the order of asking, against the real functions. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../infra/laptop/cloud.ts';
import { twoScenariosAlone } from './support/two-scenarios-alone.ts';

let cloud: Cloud;
let bus: EventBridgeClient;

beforeAll(async () => {
  const scenarios = { ...twoScenariosAlone.scenarios, 'back-in-stock': { on: true } };
  cloud = await startCloud({ port: 0, startAt: '2026-03-02T03:30:00Z', settings: { scenarios } });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  bus = new EventBridgeClient({ endpoint: cloud.url, region: 'us-east-1', credentials });
});

afterAll(async () => {
  bus?.destroy();
  await cloud?.stop();
});

const control = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return (await (await fetch(`${cloud.url}/_local/${path}`, init)).json()) as Answer;
};

async function put(DetailType: string, detail: object) {
  const { now } = await control<{ now: string }>('clock');
  const Detail = JSON.stringify({ occurredAt: now, ...detail });
  const entry = { EventBusName: 'tsunagu', Source: 'storefront', DetailType, Detail };
  expect((await bus.send(new PutEventsCommand({ Entries: [entry] }))).FailedEntryCount).toBe(0);
}

const asks = (id: string, occurredAt: string) =>
  put('RestockRequested', {
    eventId: `asks-${id}`,
    occurredAt,
    customer: {
      id,
      email: `${id}@example.com`,
      locale: 'ja',
      timeZone: 'Asia/Tokyo',
      acceptsMarketing: true,
    },
    product: { id: 'p-9' },
  });
const back = (eventId: string, stock: number) =>
  put('ProductRestocked', {
    eventId,
    product: { id: 'p-9', name: '森のはちみつ', url: 'https://shop.example.com/p-9', stock },
  });

/** Who has the mail an hour later. */
async function told() {
  await control('clock', { advance: 'PT1H' });
  const mails = await control<{ to: string; scenario: string }[]>('mails');
  const heard = mails.filter(({ scenario }) => scenario === 'back-in-stock');
  return heard.map(({ to }) => to.replace('@example.com', '')).sort();
}

test('two pieces go to the two who asked first, however often it is told, and the next piece to the third', async () => {
  await asks('c-3', '2026-03-02T03:03:00Z');
  await asks('c-1', '2026-03-02T03:01:00Z');
  await asks('c-4', '2026-03-02T03:04:00Z');
  await asks('c-2', '2026-03-02T03:02:00Z');
  expect(await told()).toEqual([]);
  await back('r-1', 2);
  await back('r-1', 2);
  expect(await told()).toEqual(['c-1', 'c-2']);
  await back('r-1', 2);
  expect(await told()).toEqual(['c-1', 'c-2']);
  await back('r-2', 1);
  expect(await told()).toEqual(['c-1', 'c-2', 'c-3']);
});
