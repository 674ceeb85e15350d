/** Point-in-time restore, rehearsed as the runbook has it: either table goes back some hours, and nobody notices. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MailView } from '../../../infra/laptop/control/mail-view.ts';
import type { FreeJson } from '../../support/free-json.ts';
import { twoScenariosAlone } from '../../support/two-scenarios-alone.ts';
import { type Item, isRecord, type RecoveredStore, recoveredStore } from './recovered-store.ts';

let store: RecoveredStore;

beforeAll(async () => {
  store = await recoveredStore({
    startAt: '2026-03-02T03:30:00Z',
    settings: { ...twoScenariosAlone, jitterMinutes: 0 },
  });
});
afterAll(() => store?.stop());

const to = (moment: string) => store.cloud.clock.to(moment);
const mails = () => store.get<MailView[]>('mails');
const now = () => store.cloud.clock.now().toString();

const order = (id: string, nth = 1) =>
  store.put('OrderPlaced', {
    eventId: `evt-${id}-${nth}`,
    occurredAt: now(),
    customer: { id, email: `${id}@example.com`, timeZone: 'Asia/Tokyo', acceptsMarketing: true },
    order: {
      id: `o-${id}-${nth}`,
      currency: 'JPY',
      total: 5400,
      items: [{ productId: 'p-1', quantity: 1 }],
    },
  });

async function unsubscribe(customer: string): Promise<void> {
  const letter = (await mails()).findLast((mail) => mail.customer === customer);
  const link = /<(.+)>/.exec(letter?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  const body = 'List-Unsubscribe=One-Click';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const url = `${store.cloud.url}${new URL(link).pathname}`;
  expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
}

/** One table goes back to what it held then; the other stays as it is. */
async function putBack(copy: readonly Item[], ofTable: (item: Item) => boolean): Promise<void> {
  for (const item of (await store.items()).filter(ofTable)) await store.remove(item);
  await store.write(copy.filter(ofTable));
}

const isBeside = (item: Item) => !isRecord(item);

const templatesOf = (all: readonly MailView[], customer: string) =>
  all.filter((mail) => mail.customer === customer).map(({ template }) => template?.split('/')[1]);
const letters = ['any-trouble', 'using-it-well', 'other-voices', 'continue'];

async function done(...words: string[]): Promise<FreeJson> {
  const answer = await store.json(...words);
  expect(answer).toMatchObject({ code: 0 });
  return answer;
}

test('after a restore of the records, by the runbook, nothing goes twice, no refusal is forgotten and no story ends', async () => {
  for (const id of ['hana', 'yuki', 'rin']) await order(id);
  await to('2026-03-14T00:00:00Z'); // 09:00 in Tokyo, an hour before the first letters
  const copy = await store.items();
  const restoredTo = now();

  await to('2026-03-14T00:30:00Z');
  await order('mika');
  await order('rin', 2);
  await to('2026-03-14T01:10:00Z');
  await unsubscribe('yuki');
  const before = await mails();
  expect(before.filter(({ step }) => step === 'trouble').map(({ customer }) => customer)).toHaveLength(2);

  await done('pause', 'all', '--because', 'a test');
  await putBack(copy, isRecord);
  await to('2026-03-14T01:30:00Z'); // and the sweep finds runs that stand where they stood

  const window = ['--from', restoredTo, '--to', now()];
  await done('replay', ...window);
  await store.cloud.clock.advance('PT1M');
  expect(await done('runs', 'catch-up')).toMatchObject({ runs: 1, ended: 0 });
  await done('replay', ...window, '--send', '--yes');
  await store.cloud.clock.advance('PT1M');
  await done('timers', 'rebuild');
  await done('resume', 'all');
  await store.cloud.clock.advance('PT3H');
  expect(await mails()).toEqual(before);

  await store.cloud.clock.advance('P80D');
  const all = await mails();
  const templates = (customer: string) => templatesOf(all, customer);
  expect(templates('hana')).toEqual(['thanks', ...letters]);
  expect(templates('mika')).toEqual(['thanks', ...letters]);
  expect(templates('yuki')).toEqual(['thanks', 'any-trouble']);
  // Of what she has bought before she needs no lesson.
  const known = letters.filter((letter) => letter !== 'using-it-well');
  expect(templates('rin')).toEqual(['thanks', 'thanks', ...known]);
});

test('runs are caught up only while all mail is paused', async () => {
  const { code, err } = await store.json('runs', 'catch-up');
  expect([code, err]).toEqual([1, expect.stringContaining('"pause all" first')]);
});

test('after a restore of what lies beside them, by the runbook, nothing goes twice and no refusal is forgotten', async () => {
  for (const id of ['nao', 'emi']) await order(id);
  const letterDay = Temporal.Instant.from(now())
    .add({ hours: 24 * 12 })
    .toString()
    .slice(0, 10);
  await to(`${letterDay}T00:00:00Z`);
  const copy = await store.items();
  const restoredTo = now();
  await to(`${letterDay}T00:30:00Z`);
  await order('aki');
  await to(`${letterDay}T01:10:00Z`);
  await unsubscribe('emi');
  const before = await mails();
  const touched = (item: Item) => item.sk?.S?.startsWith('TOUCH#') === true;
  const touchpoints = (await store.items()).filter(touched).length;

  await done('pause', 'all', '--because', 'a test');
  await putBack(copy, isBeside);
  expect((await store.items()).filter(touched).length).toBeLessThan(touchpoints);
  // The brakes went back with the table: mail would go.
  await done('pause', 'all', '--because', 'a test');
  await done('replay', '--from', restoredTo, '--to', now());
  await store.cloud.clock.advance('PT20M');
  await done('resume', 'all');
  await store.cloud.clock.advance('PT3H');
  expect(await mails()).toEqual(before);

  await store.cloud.clock.advance('P80D');
  const all = await mails();
  for (const id of ['nao', 'aki']) expect(templatesOf(all, id)).toEqual(['thanks', ...letters]);
  expect(templatesOf(all, 'emi')).toEqual(['thanks', 'any-trouble']);
});
