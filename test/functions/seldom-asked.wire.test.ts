/** Each file that lies beside a function's code is found there, and read by the first message that asks it. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { busBody } from '../../infra/proof/bench/lab/records.ts';
import { seldomAsked } from '../../infra/stack/functions/seldom-asked.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { playFresh } from './fresh-process.ts';
import { freshStore } from './fresh-store.ts';

let store: Awaited<ReturnType<typeof freshStore>>;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store?.stop());

const now = () => systemClock.now();
const at = () => now().toString();
const event = (name: string, detail: object, source = store.settings.eventSource) =>
  busBody(source, name, { eventId: `${name}-1`, occurredAt: at(), ...detail }, now());
const order = { id: 'o-9', total: 100, currency: 'JPY' };
const webhook = () =>
  busBody(
    'aws.partner/shopify.com/1/app',
    'shopifyWebhook',
    {
      metadata: { 'X-Shopify-Topic': 'customers/update', 'X-Shopify-Webhook-Id': 'w-1' },
      payload: { id: 7, email: 'seven@example.com', updated_at: at() },
    },
    now(),
  );

/** A message for each part; what it is about is in the batch before it. */
const ingestAsks: Readonly<Record<string, () => string>> = {
  shopify: webhook,
  own: () => JSON.stringify({ kind: 'look', customer: 'c-1' }),
  goods: () => event('RestockRequested', { customer: { id: 'c-1' }, product: { id: 'p-1' } }),
  touchpoints: () => {
    const again = event('OrderPlaced', { customer: { id: 'c-1' }, order });
    return JSON.stringify({ ...JSON.parse(again), 'replay-name': 'tsunagu-send-20261201T000000Z' });
  },
  joining: () => event('CustomerMerged', { from: 'c-2', to: 'c-1' }),
  consent: () => event('ConsentChanged', { customer: { id: 'c-1' }, consent: { granted: true } }),
  failing: () => 'no JSON',
};

test.each(Object.keys(ingestAsks))('ingest finds %s beside its code', async (part) => {
  const file = await store.unpacked('ingest');
  const customer = { id: 'c-1', email: 'one@example.com' };
  const bodies = [event('OrderPlaced', { customer, order }), ingestAsks[part]?.() ?? ''];
  const read = await playFresh(
    file,
    store.environmentIn(file),
    bodies.map((body) => store.batch('intake', [body])),
  );
  expect(read.map(({ answer }) => answer)).toEqual([{ batchItemFailures: [] }, { batchItemFailures: [] }]);
  expect(read.map(({ beside }) => beside.includes(part))).toEqual([false, true]);
});

test('the pages find beside their code what acts, and pages that are seldom visited', async () => {
  const file = await store.unpacked('pages');
  const show = await store.visit('c-1', 'preferences', 'GET');
  const join = { ...show, rawPath: '/join' };
  const act = await store.visit('c-1', 'unsubscribe', 'POST');
  const read = await playFresh(file, store.environmentIn(file), [show, join, act]);
  const asked = (part: string) => read.map(({ beside }) => beside.includes(part));
  expect([asked('others'), asked('acting')]).toEqual([
    [false, true, true],
    [false, false, true],
  ]);
});

test.each(['ingest', 'pages'] as const)('%s has each of its parts beside its code, whole', async (name) => {
  const file = await store.unpacked(name);
  const folder = join(file, '..');
  const parts = Object.keys(seldomAsked[name] ?? {});
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(parts.map((part) => `${part}.js`)));
  const program = `
    const { handler } = require('./index.js');
    const parts = ${JSON.stringify(parts)}.map((part) => Object.values(require('./' + part + '.js')));
    console.log(JSON.stringify(parts.map((its) => its.length > 0 && its.every((one) => typeof one === 'function'))));
    process.exit(0);
  `;
  const printed = execFileSync(process.execPath, ['-e', program], {
    cwd: folder,
    env: store.environmentIn(file),
    encoding: 'utf8',
  });
  expect(JSON.parse(printed)).toEqual(parts.map(() => true));
});
