/** The right to see and to be forgotten, by the command and by the bus, over the wire: also against the archive. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paginateListSchedules, SchedulerClient } from '@aws-sdk/client-scheduler';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCustomer } from '../../../../infra/operator/customer/customer-program.ts';
import { runImport } from '../../../../infra/operator/import/import-program.ts';
import { unpacked } from '../../../../shared/aws/packed-record.ts';
import { type RecoveredStore, recoveredStore } from '../recovered-store.ts';
import { recordingTerminal } from '../terminal.ts';

let store: RecoveredStore;
let scheduler: SchedulerClient;

beforeAll(async () => {
  store = await recoveredStore({ startAt: '2026-03-02T03:30:00Z', settings: { jitterMinutes: 0 } });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  scheduler = new SchedulerClient({ endpoint: store.cloud.url, region: 'us-east-1', credentials });
});
afterAll(async () => {
  scheduler?.destroy();
  await store?.stop();
});

async function customer(...words: string[]) {
  const terminal = recordingTerminal();
  const code = await runCustomer([...words, '--local', store.cloud.url], terminal);
  return { code, ...terminal.said };
}

const pass = (time: string) => store.cloud.clock.advance(time);
const now = () => store.cloud.clock.now().toString();
const order = (id: string, nth = 1) =>
  store.put('OrderPlaced', {
    eventId: `evt-${id}-${nth}`,
    occurredAt: now(),
    customer: { id, email: `${id}@example.com`, name: `Name of ${id}`, acceptsMarketing: true },
    order: {
      id: `order-of-${id}-${nth}`,
      currency: 'JPY',
      total: 5400,
      items: [{ productId: 'p-1', quantity: 1 }],
    },
  });

/** All items as text: in it no word of hers may be found. */
async function table(): Promise<string> {
  const items = (await store.items()).map((item) => unmarshall(item));
  const readable = items.map((item) =>
    item.doc === undefined ? item : { ...unpacked(item), doc: undefined },
  );
  return JSON.stringify(readable);
}
const mailsTo = async (id: string) =>
  (await store.get<{ to: string }[]>('mails')).filter(({ to }) => to === `${id}@example.com`).length;

async function schedules(): Promise<number> {
  let count = 0;
  for await (const { Schedules = [] } of paginateListSchedules({ client: scheduler }, {})) {
    count += Schedules.length;
  }
  return count;
}

async function replay(...more: string[]): Promise<void> {
  const { code } = await store.ops('replay', '--from', '2026-03-02', '--to', now(), ...more);
  expect(code).toBe(0);
  await pass('PT20M');
}

test('an export is JSON of everything: record, messages, consent, address, timers and where else', async () => {
  await order('seen');
  await pass('PT1H');
  const { code, out } = await customer('export', 'seen', '--by', 'mika');
  expect(code).toBe(0);
  const { held, elsewhere } = JSON.parse(out);
  expect(held).toHaveLength(1);
  expect(held[0].record.profile).toMatchObject({ email: 'seen@example.com', name: 'Name of seen' });
  expect(held[0].touchpoints.map(({ template }: { template: string }) => template)).toEqual([
    'order-thanks/thanks',
  ]);
  expect(held[0].consentEvidence).toHaveLength(1);
  expect(held[0].timers.length).toBeGreaterThan(1);
  expect(held[0].address.key).toMatch(/^[\w-]{43}$/);
  expect(elsewhere.map(({ where }: { where: string }) => where)).toContain('the archive of the bus');
  expect((await customer('audit', 'seen')).out).toMatch(/ {2}export {2}[\w-]{43} {2}by mika\n$/);
});

test('an export or erasure that cannot be is told in a sentence', async () => {
  const unknown = await customer('export', 'nobody');
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('holds nothing under "nobody"')]);
  const unsure = await customer('erase', 'seen');
  expect([unsure.code, unsure.err]).toEqual([1, expect.stringContaining('add --yes')]);
  const nothing = await customer('erase', 'seen', '--lift');
  expect([nothing.code, nothing.err]).toEqual([1, expect.stringContaining('nothing to lift')]);
  expect((await customer('erase')).code).toBe(2);
  expect(await table()).toContain('seen');
});

test('an erasure takes away all of her, with her schedules, and says what is left where and until when', async () => {
  const before = await schedules();
  await order('mei');
  await pass('PT1H');
  const sent = await mailsTo('mei');
  expect(sent).toBe(1);
  expect(await schedules()).toBeGreaterThan(before);
  const { code, out } = await customer('erase', 'mei', '--yes');
  expect([code, out]).toEqual([0, expect.stringContaining('Erased: 1 records')]);
  expect(out).toMatch(/the archive of the bus, until 2026-\d\d-\d\d: /);
  expect(out).toMatch(/the table's backups, until 2026-04-0\d: /);
  expect(await table()).not.toMatch(/\bmei\b/);
  expect(await schedules()).toBe(before);
  await pass('P20D');
  expect(await mailsTo('mei')).toBe(sent);
});

test('an erasure outlives a replay of the archive, as facts and with --send', async () => {
  await order('rin');
  await pass('PT1H');
  await customer('erase', 'rin', '--yes');
  const sent = await mailsTo('rin');
  await replay();
  await replay('--send', '--yes');
  expect(await table()).not.toMatch(/\brin\b/);
  expect(await mailsTo('rin')).toBe(sent);
  await pass('P20D');
  expect(await mailsTo('rin')).toBe(sent);
  // Somebody who was not erased comes out of the same replay as she was.
  expect(await table()).toContain('seen@example.com');
});

test('the bus erases too, a replay of that command erases again, and a lifted id may come back', async () => {
  await order('yui');
  await pass('PT1H');
  await store.put('EraseCustomer', { eventId: 'erase-yui', occurredAt: now(), customer: { id: 'yui' } });
  await pass('PT1H');
  expect(await table()).not.toMatch(/\byui\b/);
  expect((await customer('audit', 'yui')).out).toContain('by bus');
  await replay('--send', '--yes');
  expect(await table()).not.toMatch(/\byui\b/);
  await order('yui', 2);
  await pass('PT1H');
  expect(await table()).not.toMatch(/\byui\b/);
  expect((await customer('erase', 'yui', '--lift')).code).toBe(0);
  await order('yui', 3);
  await pass('PT1H');
  const { out } = await customer('export', 'yui');
  expect(JSON.parse(out).held[0].record.lifecycle.orders).toBe(1);
  expect((await store.ops('status')).out).toContain('intake 0, transactional 0, marketing 0');
});

test('whoever a restore of the table has brought back is erased again, and nobody else', async () => {
  await order('emi');
  await pass('PT1H');
  const hers = (await store.items()).filter(({ pk }) => pk?.S === 'C#mori#emi');
  await customer('erase', 'emi', '--yes');
  await store.write(hers);
  expect(await table()).toContain('emi@example.com');
  const { code, out } = await customer('erase-again');
  expect([code, out]).toEqual([0, expect.stringContaining('1 were erased before and are again')]);
  expect(await table()).not.toMatch(/\bemi\b/);
  expect(await table()).toContain('seen@example.com');
});

test('an import brings nobody back, and says how many facts it left out for that', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rights-'));
  const file = join(folder, 'customers.ndjson');
  writeFileSync(file, `${JSON.stringify({ customer: { id: 'rin', email: 'rin@example.com' } })}\n`);
  const terminal = recordingTerminal();
  expect(await runImport(['customers', file, '--local', store.cloud.url], terminal)).toBe(0);
  rmSync(folder, { recursive: true });
  expect(terminal.said.out).toMatch(/^[1-9] of the facts were about people who were erased/m);
  expect(await table()).not.toMatch(/\brin\b/);
});
