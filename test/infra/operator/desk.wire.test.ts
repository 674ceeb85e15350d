/** D07, D09: what the desk of an operator says of what it holds back, and of what came to nobody. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Item, type RecoveredStore, recoveredStore } from './recovered-store.ts';

const start = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
let store: RecoveredStore;

beforeAll(async () => {
  store = await recoveredStore({ startAt: start });
});

afterAll(() => store?.stop());

const paused = ['--by', 'yuki', '--because', 'wrong prices'];

test('a pause of all says in the status who ordered it, why, how much waits, and what expires first', async () => {
  await store.ops('pause', 'all', ...paused);
  for (const customer of ['hana', 'mio', 'rin']) await store.order(customer);
  await store.cloud.clock.advance('PT2H1M');
  const { out } = await store.ops('status');
  expect(out).toContain(
    'all mail (by yuki since 2026-03-02T03:30Z, until somebody resumes it: wrong prices)',
  );
  expect(out).toContain(
    '3 messages, the oldest due since 2026-03-02T03:30Z; 3 of order mail, of which the first expires 2026-03-05T03:30Z',
  );
  await store.ops('resume', 'all');
  await store.cloud.clock.advance('PT61M');
  expect(await store.mailsTo('rin')).toEqual(['order-thanks/thanks']);
  expect((await store.ops('status')).out).not.toContain('held by a pause');
});

test('a pause with an end lets mail go by itself, and who paused is told afterwards', async () => {
  await store.ops('pause', 'order-thanks', ...paused, '--until', '30m');
  await store.order('kei');
  await store.cloud.clock.advance('PT28M');
  expect(await store.mailsTo('kei')).toEqual([]);
  await store.cloud.clock.advance('PT3M');
  expect(await store.mailsTo('kei')).toEqual(['order-thanks/thanks']);
  expect((await store.json('status')).brakes.value).toEqual({
    paused: { all: false, marketing: false, scenarios: [] },
  });
  const told = await store.ops('pauses');
  expect(told.out).toContain('pause   order-thanks  by yuki: wrong prices');
  expect(told.out).toContain('resume  all  by ');
});

test('order mail paused with an end waits too, and what asks for a pause of all takes none that is over', async () => {
  await store.ops('pause', 'transactional', ...paused, '--until', '30m');
  await store.ops('pause', 'all', ...paused, '--until', '10m');
  // Every worker knows within ten seconds.
  await store.cloud.clock.advance('PT11S');
  await store.order('sui');
  await store.cloud.clock.advance('PT20M');
  expect((await store.ops('runs', 'catch-up')).err).toContain('"pause all" first');
  const { out } = await store.ops('status');
  expect(out).toContain('paused: order mail (by yuki since');
  expect(out).toContain('held by a pause');
  expect(await store.mailsTo('sui')).toEqual([]);
  await store.cloud.clock.advance('PT11M');
  expect(await store.mailsTo('sui')).toEqual(['order-thanks/thanks']);
});

test('a pause without a reason, and one that ends before it began, are refused', async () => {
  for (const words of [[], ['--because', ' '], ['--because', 'x', '--until', 'yesterday']]) {
    expect((await store.ops('pause', 'all', ...words)).code).toBe(2);
  }
  expect((await store.ops('pause', 'all', '--because', 'x', '--until', '2026-03-01')).code).toBe(2);
  expect((await store.ops('pause', 'all', '--because', 'x', '--by', ' ')).code).toBe(2);
  expect((await store.json('status')).brakes.value.paused.all).toBe(false);
});

test.each([
  ['all', ['--until', '96h'], /What of order mail falls due before \S+Z expires before the pause ends/],
  ['transactional', [], /Without an end: .* order mail that falls due now expires \S+Z\./],
  ['all', ['--until', '71h'], undefined],
  ['marketing', ['--until', '96h'], undefined],
])('a pause of %s %j says what it costs for good', async (what, until, cost) => {
  const { out } = await store.ops('pause', what, ...paused, ...until);
  if (cost) expect(out).toMatch(cost);
  else expect(out).not.toContain('expires');
  await store.ops('resume', what);
});

test('what is said of a pause is one line for whoever reads it, whatever was typed', async () => {
  const esc = String.fromCharCode(27);
  await store.ops('pause', 'marketing', '--by', 'yuki\tk.', '--because', `wrong\nprices ${esc}[2Jin May`);
  expect((await store.ops('status')).out).toMatch(
    /paused: marketing mail \(by yuki k\. since \S+, until somebody resumes it: wrong prices \[2Jin May\)/,
  );
  await store.ops('resume', 'marketing');
});

test('events under a misspelt name or source are told by name, and what they say is kept nowhere', async () => {
  const detail = { customer: { id: 'secret-id', email: 'secret@example.com' } };
  await store.put('Order Completed', detail);
  await store.put('order_placed', detail);
  await store.put('order_placed', detail);
  await store.put('OrderPlaced', detail, 'storefornt');
  // Known, and wanted by nobody here; and somebody else's altogether.
  await store.put('RankChanged', detail);
  await store.put('StockCounted', detail, 'warehouse');
  const told = await store.ops('unknown-events');
  expect(told.out).toMatch(/order_placed of storefront: 2 times, the last \S+\. OrderPlaced is meant\?/);
  expect(told.out).toMatch(/Order Completed of storefront: 1 times, .* docs\/events\.md has the names/);
  expect(told.out).toMatch(/OrderPlaced of storefornt: 1 times, .* listens to storefront alone/);
  expect(told.out.trim().split('\n')).toHaveLength(5);
  expect((await store.ops('unknown-events')).out).toBe(told.out);
  const shown = await store.ops('dlq', 'show', 'unknown', '--bodies');
  expect(shown.out).toContain('order_placed of storefront');
  expect(shown.out).not.toContain('secret');
  expect((await store.ops('dlq', 'redrive', 'unknown', '--all')).code).toBe(1);
  await store.ops('dlq', 'drop', 'unknown', '--all', '--yes');
  expect((await store.ops('unknown-events')).out).toContain('No event came that nobody knows.');
});

test('a name that the engine alone speaks is not proposed to the storefront', async () => {
  await store.put('mail_clicked', { customer: { id: 'secret-id' } });
  const told = await store.ops('unknown-events');
  expect(told.out).toMatch(
    /mail_clicked of storefront: 1 times, .* docs\/events\.md has the names there are\./,
  );
  await store.ops('dlq', 'drop', 'unknown', '--all', '--yes');
});

test('mail of unknown outcome is listed with its proof, and sent again on command where it never went', async () => {
  await store.order('nao');
  await store.cloud.clock.advance('PT1M');
  const outcome = async () =>
    (await store.items()).find(({ template, pk }) => template?.S && pk?.S?.endsWith('#nao'));
  const sent = await outcome();
  await store.write([{ ...sent, state: { S: 'unknown' } } as Item]);
  const asked = async () => (await store.ops('unknown', 'list')).out;
  expect(await asked()).toContain('not known: it is not two hours old');
  expect((await store.ops('unknown', 'resend')).out).toContain('Nothing is proven to have never gone.');
  await store.cloud.clock.advance('PT2H');
  expect(await asked()).toContain('not known: no mail of later was told of either');
  await store.order('sora');
  await store.cloud.clock.advance('PT2M');
  expect(await asked()).toMatch(/order-thanks\/thanks \(transactional\) to nao, \S+: never went\./);
  expect((await store.ops('unknown', 'resend', '--id', 'other')).code).toBe(1);
  expect((await store.ops('unknown', 'resend')).out).toContain('tried once more');
  await store.cloud.clock.advance('PT1M');
  expect((await outcome())?.because).toEqual({ S: 'sent-once-more' });
  expect(await store.mailsTo('nao')).toHaveLength(2);
  expect(await asked()).toContain('0 mails of unknown outcome.');
});
