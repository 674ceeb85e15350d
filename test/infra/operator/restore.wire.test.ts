/** Point-in-time restore, rehearsed as the runbook has it: the table goes back some hours, and nobody notices. */
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MailView } from '../../../infra/laptop/control/mail-view.ts';
import type { FreeJson } from '../../support/free-json.ts';
import { twoScenariosAlone } from '../../support/two-scenarios-alone.ts';
import { type RecoveredStore, recoveredStore } from './recovered-store.ts';

type Items = Awaited<ReturnType<RecoveredStore['items']>>;
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

async function write(items: Items): Promise<void> {
  for (let start = 0; start < items.length; start += 25) {
    const RequestItems = {
      [store.cloud.names.table]: items.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } })),
    };
    await store.dynamo.send(new BatchWriteItemCommand({ RequestItems }));
  }
}

/** What must outlive the restore: suppressions, the brakes, what was decided, and the proofs of consent. */
const outlives = ({ pk, sk }: Items[number]) =>
  /^(ADDR|CTRL|ORDER)#/.test(pk?.S ?? '') || /^(TOUCH|CONSENT)#/.test(sk?.S ?? '');

async function done(...words: string[]): Promise<FreeJson> {
  const answer = await store.json(...words);
  expect(answer).toMatchObject({ code: 0 });
  return answer;
}

test('after a restore, by the runbook, nothing goes twice, no refusal is forgotten and no story ends', async () => {
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

  await done('pause', 'all');
  const damaged = await store.items();
  for (const item of damaged) await store.remove(item);
  await write([...copy.filter((item) => !outlives(item)), ...damaged.filter(outlives)]);
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
  const templates = (customer: string) =>
    all.filter((mail) => mail.customer === customer).map(({ template }) => template?.split('/')[1]);
  const letters = ['any-trouble', 'using-it-well', 'other-voices', 'continue'];
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
