/** `ops enrol --segment`: who was dormant before the store went live is written to so many a day, and nobody twice. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../../../infra/laptop/cloud.ts';
import { twoScenariosAlone } from '../../../support/two-scenarios-alone.ts';
import { opsOn } from '../ops-typed.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const dormant = ['aoi', 'botan', 'cho', 'den', 'ema'];
let cloud: Cloud;
let bus: EventBridgeClient;
const { ops, json } = opsOn(() => cloud);

beforeAll(async () => {
  cloud = await startCloud({
    port: 0,
    startAt: '2026-08-01T03:00:00Z',
    settings: { scenarios: { ...twoScenariosAlone.scenarios, 'win-back': {} } },
    report: () => undefined,
  });
  bus = new EventBridgeClient({ endpoint: cloud.url, region: 'us-east-1', credentials });
  const orders = [...dormant.map((id) => [id, '2026-03-20T03:00:00Z']), ['fumi', '2026-07-31T03:00:00Z']];
  const Entries = orders.map(([id, occurredAt]) => ({
    EventBusName: cloud.names.bus,
    Source: 'storefront',
    DetailType: 'OrderPlaced',
    Detail: JSON.stringify({
      eventId: `evt-${id}`,
      occurredAt,
      customer: { id, email: `${id}@example.com`, timeZone: 'Asia/Tokyo', acceptsMarketing: true },
      order: {
        id: `o-${id}`,
        currency: 'JPY',
        total: 5400,
        items: [{ productId: 'p-1', quantity: 1, unitPrice: 5400 }],
      },
    }),
  }));
  expect((await bus.send(new PutEventsCommand({ Entries }))).FailedEntryCount).toBe(0);
  await cloud.clock.advance('PT5M');
});

afterAll(async () => {
  bus?.destroy();
  await cloud?.stop();
});

const paced = ['enrol', '--segment', 'dormant', '--paced', '2/day'] as const;
const insideWinBack = async () => {
  const { inside } = await json('inside', 'win-back');
  return inside.reduce((sum: number, { customers }: { customers: number }) => sum + customers, 0);
};

test('a dry run says how many on which day, and lets in nobody', async () => {
  const { lines } = await ops(...paced, '--dry-run');
  expect(lines).toEqual(expect.arrayContaining(['  2026-08-01  2', '  2026-08-02  2', '  2026-08-03  1']));
  await cloud.clock.advance('PT2M');
  expect(await insideWinBack()).toBe(0);
});

test('typed twice on a day it lets in the two of that day; gone on with, each comes in once', async () => {
  expect(await json(...paced)).toMatchObject({ canEnter: 5, now: 2, left: 3 });
  await cloud.clock.advance('PT2M');
  expect(await json(...paced)).toMatchObject({ canEnter: 3, before: 2, now: 0, left: 3 });
  expect(await insideWinBack()).toBe(2);
  await cloud.clock.advance('P1D');
  expect(await json(...paced)).toMatchObject({ now: 2, left: 1 });
  await cloud.clock.advance('P1D');
  expect(await json(...paced)).toMatchObject({ now: 1, left: 0 });
  await cloud.clock.advance('P1D');
  expect(await json(...paced)).toMatchObject({ canEnter: 0, before: 5, now: 0 });
});

test('what cannot be meant is refused with a sentence', async () => {
  expect((await ops('enrol', '--segment', 'sleepy')).err).toContain('There is no segment "sleepy"');
  expect((await ops('enrol', '--segment', 'dormant', '--paced', 'many')).err).toContain('--paced takes');
  expect((await ops('enrol', '--segment', 'prospect')).err).toContain('name one by --scenario');
  expect((await ops('enrol')).code).toBe(2);
});
