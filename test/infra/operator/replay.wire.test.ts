/** Replays of a slice of the demo: four times the same events, and nothing but the first counts. */
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { busAt } from '../../../infra/proof/demo/bus.ts';
import { controlOf } from '../../../infra/proof/demo/control.ts';
import { playEvents } from '../../../infra/proof/demo/play.ts';
import { type Programme, programme } from '../../../infra/proof/demo/schedule.ts';
import { readSuperstore, superstoreCsv } from '../../../infra/proof/demo/superstore.ts';
import { superstoreEvents } from '../../../infra/proof/demo/superstore-events.ts';
import { superstoreSettings } from '../../../infra/proof/demo/superstore-settings.ts';
import { localSettings } from '../../../shared/settings/local-settings.ts';
import { isRecord, type RecoveredStore, recoveredStore } from './recovered-store.ts';

/** Years of orders are played, so the archive keeps years. */
const overrides = { ...superstoreSettings, archiveDays: 3650 };
const settings = localSettings(overrides);
const customers = 12;

let what: Programme;
let store: RecoveredStore;
let window: string[];

beforeAll(async () => {
  const entries = superstoreEvents(readSuperstore(superstoreCsv()), settings.eventSource);
  const until = Temporal.PlainDate.from('2014-12-31');
  what = programme(entries, { customers, until }, settings.timeZone) as Programme;
  store = await recoveredStore({ startAt: what.from.toString(), settings: overrides });
  const { signal } = new AbortController();
  const bus = busAt(store.cloud.url, settings.busName);
  await playEvents(what, { bus, clock: controlOf(store.cloud.url, signal) }, async () => {}, signal);
  bus.close();
  window = ['--from', what.from.toString(), '--to', what.to.toString(), '--store', settings.store];
});

afterAll(() => store?.stop());

/** Everything in the tables, as plain data without the counters of saves. */
async function table() {
  const items = (await store.items()).map((item) => unmarshall(item));
  return items
    .map(({ version: _, write: __, sweepAt: ___, ttl: ____, ...item }) => item)
    .sort((a, b) => (`${a.pk}${a.sk}` < `${b.pk}${b.sk}` ? -1 : 1));
}

const mails = () => store.get<unknown[]>('mails');

async function replayed(...more: string[]) {
  const answer = await store.json('replay', ...window, ...more);
  await store.cloud.clock.advance('PT1H');
  return answer;
}

test('a whole demo replayed twice as facts, and once more with --send, leaves everything as it was', async () => {
  const [before, sent] = [await table(), await mails()];
  expect(before.filter(isRecord)).toHaveLength(new Set(what.entries.map((entry) => entry.customer)).size);
  expect(sent.length).toBeGreaterThan(what.entries.length / 2);
  for (const more of [[], [], ['--send', '--yes']]) {
    const answer = await replayed(...more);
    expect(answer).toMatchObject({ code: 0, state: 'COMPLETED', mode: more.length > 0 ? 'send' : 'facts' });
    const [after, now] = [await table(), await mails()];
    expect(after).toEqual(before);
    expect(now).toEqual(sent);
  }
  const { out } = await store.ops('status', '--store', settings.store);
  expect(out).toContain('intake 0, transactional 0, marketing 0, feedback 0, rules 0, timers 0');
});

test('a customer’s lost record comes back by a replay: profile, consent and numbers, and no mail', async () => {
  const [before, sent] = [await table(), await mails()];
  const items = await store.items();
  const lost = items.find(isRecord) as Parameters<RecoveredStore['remove']>[0];
  await store.remove(lost);
  const mine = (all: Record<string, unknown>[]) =>
    all.find((item) => item.pk === lost.pk?.S && isRecord(item));
  expect(mine(await table())).toBeUndefined();
  await replayed();
  const known = ({ profile, consent, lifecycle, orders, horizon }: Record<string, unknown> = {}) => ({
    profile,
    consent,
    lifecycle,
    orders,
    horizon,
  });
  const after = await table();
  expect(known(mine(after))).toEqual(known(mine(before)));
  expect(mine(after)?.enrolments ?? []).toEqual([]);
  expect(await mails()).toEqual(sent);
  await replayed('--send', '--yes');
  expect(await mails()).toEqual(sent);
});

test('a dry run tells the plan and starts nothing', async () => {
  const { code, out } = await store.ops('replay', ...window, '--dry-run');
  expect(code).toBe(0);
  expect(out).toMatch(/Replay superstore-local-facts-\d{8}T\d{6}Z\n/);
  expect(out).toContain(`which keeps 3650 days; it holds ${what.entries.length} events, `);
  expect(out).toContain('rule/tsunagu/tsunagu-superstore-local-wanted');
  expect(out).toContain('lets nobody in');
  const dry = await store.json('replay', ...window, '--send', '--dry-run');
  expect(dry).toMatchObject({ mode: 'send', started: false });
});

test.each([
  [['--from', '2014-06-02T00:00:00Z', '--to', '2014-06-01T00:00:00Z'], 'is not after --from'],
  [['--from', '2014-06-02', '--to', '2099-01-01'], 'is in the future'],
  [['--from', '2001-01-01', '--to', '2014-06-01'], 'The archive keeps 3650 days'],
  [['--from', '2012-01-01', '--to', '2013-01-01'], 'The archive began 2014-'],
  [['--from', '2014-06-01', '--to', '2014-06-02', '--send'], 'add --yes'],
  [
    ['--from', '2014-06-01', '--to', '2014-06-02', '--stage', 'nowhere'],
    'has no archive "superstore-nowhere"',
  ],
])('a replay of %j is refused with a sentence', async (words, why) => {
  const { code, out, err } = await store.ops('replay', '--store', settings.store, ...words);
  expect([code, out, err]).toEqual([1, '', expect.stringContaining(why)]);
});

test.each([[['--from', 'yesterday', '--to', '2015-01-01']], [['--to', '2015-01-01']]])(
  'a replay of %j is wrong usage',
  async (words) => {
    expect((await store.ops('replay', '--store', settings.store, ...words)).code).toBe(2);
  },
);
