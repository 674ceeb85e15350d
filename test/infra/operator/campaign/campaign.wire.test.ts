/** A campaign from draft to result, typed as a marketer types it, against a running embedded cloud. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../../../infra/laptop/cloud.ts';
import { runCampaign } from '../../../../infra/operator/campaign/campaign-program.ts';
import type { FreeJson } from '../../../support/free-json.ts';
import { twoScenariosAlone } from '../../../support/two-scenarios-alone.ts';
import { recordingTerminal } from '../terminal.ts';
import { letter } from './letter.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const readers = ['aoi', 'botan', 'cho', 'den', 'ema'];
let cloud: Cloud;
let bus: EventBridgeClient;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'campaign-'));
  cloud = await startCloud({
    port: 0,
    startAt: '2026-03-02T03:30:00Z',
    settings: {
      scenarios: { ...twoScenariosAlone.scenarios, campaign: {}, 'after-purchase': { on: false } },
    },
    report: () => undefined,
  });
  bus = new EventBridgeClient({ endpoint: cloud.url, region: 'us-east-1', credentials });
  for (const id of readers) await order(id, `o-${id}`, true);
  await order('fumi', 'o-fumi', false);
  await cloud.clock.to('2026-03-19T03:00:00Z');
});

afterAll(async () => {
  bus?.destroy();
  await cloud?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function order(customer: string, id: string, acceptsMarketing: boolean): Promise<void> {
  const detail = {
    eventId: `evt-${id}`,
    occurredAt: cloud.clock.now().toString(),
    customer: { id: customer, email: `${customer}@example.com`, timeZone: 'Asia/Tokyo', acceptsMarketing },
    order: { id, currency: 'JPY', total: 5400, items: [{ productId: 'p-1', quantity: 1, unitPrice: 5400 }] },
  };
  const Entries = [
    {
      EventBusName: cloud.names.bus,
      Source: 'storefront',
      DetailType: 'OrderPlaced',
      Detail: JSON.stringify(detail),
    },
  ];
  expect((await bus.send(new PutEventsCommand({ Entries }))).FailedEntryCount).toBe(0);
}

const draft = (text: string, name = 'week-10.yaml') => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

async function campaign(...words: string[]) {
  const terminal = recordingTerminal();
  const code = await runCampaign([...words, '--local', cloud.url], terminal);
  return { code, ...terminal.said };
}

async function json(...words: string[]): Promise<FreeJson> {
  const { code, out, err } = await campaign(...words, '--json');
  expect(err).toBe('');
  return { code, ...JSON.parse(out) };
}

async function letters(): Promise<{ to: string; id: string; subject: string }[]> {
  const mails = (await (await fetch(`${cloud.url}/_local/mails`)).json()) as {
    to: string;
    id: string;
    subject: string;
    template: string;
  }[];
  return mails.filter(({ template }) => template === 'campaign/letter');
}

test('what new writes is refused until it is filled in, with its lines', async () => {
  const file = path.join(folder, 'Week 11.yaml');
  expect((await campaign('new', file)).code).toBe(0);
  expect((await campaign('new', file)).code).toBe(1);
  const { code, out } = await campaign('check', file);
  expect(code).toBe(1);
  expect(out).toMatch(/Week 11\.yaml:\d+ {2}wrong {2}ja: it has no subject/);
  expect((await campaign('schedule', file)).code).toBe(1);
});

test('a test goes to one address, through the same rendering, and counts nowhere', async () => {
  const file = draft(letter());
  expect((await campaign('test', file, '--to', 'me@shop.example.com')).out).toContain(
    '[テスト] 春の新茶が届きました',
  );
});

test('started twice, stopped, gone on with, and with segments that change meanwhile: nobody twice, nobody lost', async () => {
  const file = draft(letter());
  expect((await campaign('approve', file)).err).toContain('not scheduled');
  const asked = await json('audience', file);
  expect(asked).toMatchObject({
    reaches: 5,
    out: { 'no-consent': 1 },
    days: { '2026-03-20': 2, '2026-03-21': 2, '2026-03-22': 1 },
  });
  expect((await json('schedule', file)).reaches).toBe(5);
  draft(letter({ subject: '別の件名' }));
  expect((await campaign('approve', file)).err).toContain('has changed since it was scheduled');
  draft(letter());
  expect((await json('approve', file, '--by', 'yuki')).approved.by).toBe('yuki');
  await cloud.clock.advance('PT2M');
  expect(await json('approve', file)).toMatchObject({ reaches: 0, had: 5, approved: { by: 'yuki' } });
  draft(letter({ subject: '別の件名' }));
  expect((await campaign('schedule', file)).err).toContain('another id');
  draft(letter());

  await cloud.clock.to('2026-03-20T03:00:00Z');
  expect((await letters()).map(({ to }) => to)).toHaveLength(2);
  expect((await campaign('stop', file, '--because', 'wrong price')).code).toBe(0);
  await cloud.clock.to('2026-03-21T00:00:00Z');
  // From first-time to regular, all of them.
  for (const id of readers) await order(id, `p-${id}`, true);
  await cloud.clock.to('2026-03-22T12:00:00Z');
  expect(await letters()).toHaveLength(2);
  expect(await json('result', file)).toMatchObject({ sent: 2, waiting: 3 });
  expect(await json('approve', file)).toMatchObject({ reaches: 0, had: 5 });
  await cloud.clock.to('2026-03-27T12:00:00Z');
  const all = await letters();
  expect(all.map(({ to }) => to).sort()).toEqual(readers.map((id) => `${id}@example.com`));
  expect(await json('result', file)).toMatchObject({ sent: 5, waiting: 0 });
});

test('the words stand in the mail as they are written, and nothing in them is markup', async () => {
  const [one] = await letters();
  expect(one?.subject).toBe('春の新茶が届きました');
  const html = await (await fetch(`${cloud.url}/_local/mails/${one?.id}.html`)).text();
  expect(html).toContain('&lt;b&gt;香り&lt;/b&gt;');
  expect(html).not.toContain('<b>香り');
});
