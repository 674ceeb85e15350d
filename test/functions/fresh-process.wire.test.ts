/** Each function as it is deployed: bundled, loaded by `require` in a process of its own, played over AWS's protocols. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sesEvents } from '../../infra/laptop/mail/ses-events.ts';
import type { CloudPage } from '../../infra/proof/bench/lab/notebook.ts';
import { memory_megabytes } from '../../infra/stack/event-sources.ts';
import type { FunctionName } from '../../infra/stack/names.ts';
import { playFresh } from './fresh-process.ts';
import { freshStore } from './fresh-store.ts';

/** What a process may take at most where its function has 256 MB: Lambda's own runtime lies in them too. */
const limit_megabytes = 160;
/** Everybody, so that one sixteenth of them fills a page of 1 MB. */
const crowd = 14_000;

let store: Awaited<ReturnType<typeof freshStore>>;
const peaks: Partial<Record<FunctionName, number>> = {};

beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store?.stop());

async function played(name: FunctionName, events: readonly unknown[]) {
  const { played: answers, page } = await store.play(name, events);
  const most = Math.max(peaks[name] ?? 0, ...answers.map(({ peak_megabytes }) => peak_megabytes));
  peaks[name] = most;
  console.info(`${name}: ${most.toFixed(0)} MB at most`);
  return { answers: answers.map(({ answer }) => answer), page };
}

const done = { batchItemFailures: [] };
let ordered: CloudPage;
let mailed: CloudPage;
let woken: CloudPage;
const customers = Array.from({ length: 10 }, (_, nth) => `c-${nth}`);
const intake = ({ outgoing }: CloudPage) => outgoing.filter(({ queue }) => queue.endsWith('-intake'));

test('ingest takes in a batch of ten orders', async () => {
  const { answers, page } = await played('ingest', [store.batch('intake', customers.map(store.order))]);
  expect(answers).toEqual([done]);
  ordered = page;
  expect(new Set(page.outgoing.map(({ by }) => by))).toEqual(new Set(['timer', 'function']));
});

test('the sender sends a batch of ten mails', async () => {
  const due = ordered.outgoing.filter(
    ({ queue, by }) => by === 'function' && queue.endsWith('-transactional'),
  );
  const bodies = due.map(({ body }) => body).slice(0, 10);
  const { answers, page } = await played('sender', [store.batch('transactional', bodies)]);
  expect(answers).toEqual([done]);
  expect(page.mails).toHaveLength(10);
  mailed = page;
});

test('feedback takes a batch of a hundred reports', async () => {
  const reports = mailed.mails.flatMap((mail) => sesEvents({ ...mail, at_ms: Date.now() }));
  const bodies = Array.from({ length: 100 }, (_, nth) => {
    const { detailType, detail } = reports[nth % reports.length] as (typeof reports)[number];
    return store.fromSes(detailType, detail as object);
  });
  expect((await played('feedback', [store.batch('feedback', bodies)])).answers).toEqual([done]);
});

test('the pages show the preferences of ten customers, and take them out of all letters', async () => {
  const looks = await Promise.all(customers.map((customer) => store.visit(customer, 'preferences', 'GET')));
  const posts = await Promise.all(customers.map((customer) => store.visit(customer, 'unsubscribe', 'POST')));
  const { answers } = await played('pages', [...looks, ...posts]);
  for (const answer of answers) expect(answer).toMatchObject({ statusCode: 200 });
});

test('reconcile wakes a hundred customers of each shard and begins a round', async () => {
  await store.crowd(crowd);
  const { answers, page } = await played('reconcile', [{}]);
  expect(answers).toEqual([{ overdue: 1600, enqueued: expect.any(Number), onlyCounted: false }]);
  woken = page;
  expect(intake(page).some(({ body }) => JSON.parse(body).kind === 'sweep')).toBe(true);
});

test('ingest takes whole pages of everybody: a round of the sweep, and a sale', async () => {
  const round = intake(woken).filter(({ body }) => JSON.parse(body).kind === 'sweep');
  const detail = { eventId: 'sale-1', sale: { id: 's-1', name: '夏のセール', startsAt: '2026-12-01' } };
  const at = new Date().toISOString();
  const sale = {
    kind: 'many',
    share: 0,
    each: { kind: 'told', name: 'SaleAnnounced', at, detail },
  };
  const { answers, page } = await played('ingest', [
    store.batch(
      'intake',
      round.map(({ body }) => body),
    ),
    store.batch('intake', [JSON.stringify(sale)]),
  ]);
  expect(answers).toEqual([done, done]);
  const told = intake(page).map(({ body }) => JSON.parse(body).kind);
  expect(told).toContain('sweep');
  expect(told).toContain('many');
  expect(told.filter((kind) => kind === 'told').length).toBeGreaterThan(500);
});

test('256 MB are given only to what stays far below them in its largest batches', () => {
  for (const [name, peak_megabytes] of Object.entries(peaks) as [FunctionName, number][]) {
    const isSmall = memory_megabytes[name] === 256;
    expect([name, isSmall && peak_megabytes >= limit_megabytes]).toEqual([name, false]);
  }
  expect(Object.keys(peaks).sort()).toEqual(['feedback', 'ingest', 'pages', 'reconcile', 'sender']);
});

test('a library that was changed after its check is not run', async () => {
  const file = await store.unpacked('reconcile');
  const library = join(file, '..', 'library.json');
  writeFileSync(library, `${readFileSync(library, 'utf8')} `);
  await expect(playFresh(file, store.environmentIn(file), [{}])).rejects.toThrow('UncheckedLibrary');
});
