import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runScenario } from '../../../infra/author/scenario-program.ts';
import { orderDetail } from '../../support/store-in-memory.ts';
import { recordingTerminal } from '../operator/terminal.ts';
import { trialCopy } from './trial-copy.ts';

const folder = mkdtempSync(join(tmpdir(), 'scenario-event-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, data: unknown): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, typeof data === 'string' ? data : JSON.stringify(data));
  return path;
}

async function asked(...words: string[]) {
  const terminal = recordingTerminal();
  const code = await runScenario(['event', ...words], terminal);
  return { code, ...terminal.said };
}

const monday = '2026-03-02T12:30:00+09:00';
const detail = orderDetail('o-1', monday);

test('an order of somebody unknown starts both shipped stories, whatever form it comes in', async () => {
  const entry = { Source: 'storefront', DetailType: 'OrderPlaced', Detail: JSON.stringify(detail) };
  const forms = [
    [file('entry', entry)],
    [file('event', { source: 'storefront', 'detail-type': 'OrderPlaced', detail })],
    [file('detail', detail), '--type', 'OrderPlaced'],
  ];
  const answers = await Promise.all(forms.map((words) => asked(...words)));
  for (const { code, out } of answers) {
    expect([code, out]).toEqual([0, answers[0]?.out]);
    expect(out).toContain('starts  order-thanks: step "thanks", due 2026-03-02T03:30:00Z');
    expect(out).toContain('starts  after-purchase: step "week", due 2026-03-1');
  }
});

test('an event that begins no story says what each begins with', async () => {
  const { code, out } = await asked(file('customer', detail), '--type', 'CustomerUpdated');
  expect([code, out]).toEqual([
    0,
    expect.stringContaining('not     order-thanks: it begins with OrderPlaced'),
  ]);
});

test('what she had before decides: a cancelled order starts nothing, a second order starts the story anew', async () => {
  const event = file('second', {
    'detail-type': 'OrderPlaced',
    detail: orderDetail('o-2', '2026-03-05T12:30:00+09:00'),
  });
  const cancelled = file('cancelled', [
    { 'detail-type': 'OrderCancelled', detail: orderDetail('o-2', '2026-03-04T12:30:00+09:00') },
  ]);
  const none = await asked(event, '--customer', cancelled);
  expect(none.out).toContain('not     order-thanks: order-ended-before: the order had been cancelled');
  const before = file('before', [{ 'detail-type': 'OrderPlaced', detail }]);
  const anew = JSON.parse((await asked(event, '--customer', before, '--json')).out);
  expect(anew.moves).toContainEqual({ scenario: 'after-purchase', because: 'goal-met' });
  expect(anew.starts.map((one: { scenario: string }) => one.scenario)).toEqual(
    expect.arrayContaining(['order-thanks', 'after-purchase']),
  );
});

test('fields of hers may be given instead of a history', async () => {
  const event = file('order', { 'detail-type': 'OrderPlaced', detail });
  expect((await asked(event, '--customer', file('hana', { locale: 'en' }))).code).toBe(0);
  const { code, err } = await asked(event, '--customer', file('other', { id: 'c-2' }));
  expect([code, err]).toEqual([1, expect.stringContaining('is about customer "c-2", the event of "c-1"')]);
});

test('a test order starts nothing, and another source is odd', async () => {
  const test = {
    source: 'elsewhere',
    'detail-type': 'OrderPlaced',
    detail: { ...detail, order: { id: 'o', isTest: true } },
  };
  const { code, out } = await asked(file('test', test));
  expect(code).toBe(0);
  for (const words of [
    'nothing it was a test order',
    'not     order-thanks: test-order',
    'its source is "elsewhere"',
  ])
    expect(out).toContain(words);
});

const consentFile = (name: string, consent: object, occurredAt = monday) =>
  file(name, {
    'detail-type': 'ConsentChanged',
    detail: { eventId: name, occurredAt, customer: { id: 'c-1' }, consent },
  });

test('it says how the words of a consent are taken, and which there are', async () => {
  const more = await asked(consentFile('more', { granted: false, topics: ['newsletter'] }));
  expect(more.out).toContain('note    unknown-word: a word in the denial is none that the engine knows');
  const elsewhere = await asked(consentFile('sms', { granted: false, channel: 'SMS' }));
  expect(elsewhere.out).toContain('note    not-our-channel: ');
  const wrong = await asked(consentFile('wrong', { granted: true, topics: ['newsletter'] }));
  expect([wrong.code, wrong.err]).toEqual([
    1,
    expect.stringContaining('known: tips, offers, news, surveys, events, course, all'),
  ]);
});

test('an event that changes nothing is said to change nothing', async () => {
  const granted = consentFile('grant', { granted: true }, '2026-03-05T12:30:00+09:00');
  const since = file('since', [JSON.parse(readFileSync(granted, 'utf8'))]);
  const nothing = 'nothing it changes nothing that is known of the customer';
  const late = await asked(consentFile('late', { granted: false }), '--customer', since);
  expect(late.out).toContain(nothing);
  const now = await asked(
    consentFile('now', { granted: false }, '2026-03-06T12:30:00+09:00'),
    '--customer',
    since,
  );
  expect(now.out).not.toContain(nothing);
});

test.each([
  [
    'without an order',
    { 'detail-type': 'OrderPlaced', detail: { ...detail, order: undefined } },
    'give "order"',
  ],
  [
    'without a time',
    { 'detail-type': 'OrderPlaced', detail: { ...detail, occurredAt: undefined } },
    'occurredAt',
  ],
  [
    'with a time that is none',
    { 'detail-type': 'OrderPlaced', detail: { ...detail, occurredAt: 'now' } },
    'RFC|1900',
  ],
  ['nobody knows', { 'detail-type': 'OrderPlacd', detail }, '"OrderPlacd" is not an event of the catalogue'],
  ['that is a list', [detail], 'is not one event'],
  ['that is no JSON', '{', 'is not JSON'],
  ['whose Detail is no JSON', { DetailType: 'OrderPlaced', Detail: '{' }, 'Detail in .* is not JSON'],
])('an event %s is wrong: exit code 1 and the remedy', async (name, data, words) => {
  const { code, out, err } = await asked(file(name, data));
  expect([code, out, err]).toEqual([1, '', expect.stringMatching(words)]);
});

test('a bare detail without its type, no file and a missing file are wrong usage', async () => {
  expect(await asked(file('bare', detail))).toMatchObject({
    code: 2,
    err: expect.stringContaining('--type'),
  });
  expect(await asked()).toMatchObject({ code: 2, err: expect.stringContaining('Give the file') });
  expect(await asked(join(folder, 'none.json'))).toMatchObject({ code: 2 });
});

test('an event of the store’s goods says which scenarios ask whether it lets in', async () => {
  const sale = { eventId: 'e-1', occurredAt: '2026-03-02T12:30:00+09:00', sale: { id: 'sale-1' } };
  const { code, out } = await asked(file('sale', { 'detail-type': 'SaleAnnounced', detail: sale }));
  expect(code).toBe(0);
  expect(out).toContain('SaleAnnounced is right. It names no customer');
  expect(out).toContain('not     order-thanks: it begins with OrderPlaced');
  const wrong = { ...sale, sale: { id: '' } };
  const refused = await asked(file('wrong', { 'detail-type': 'SaleAnnounced', detail: wrong }));
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('sale.id')]);
});

test('a scenario that the deployment has switched off is asked as the deployment asks it', () => {
  const copy = trialCopy();
  const order = file('switched', { 'detail-type': 'OrderPlaced', detail });
  const cdk = JSON.parse(copy.read('cdk.json'));
  cdk.context.tsunagu = { ...cdk.context.tsunagu, scenarios: { 'order-thanks': { on: false } } };
  copy.write('cdk.json', JSON.stringify(cdk));
  const { out } = copy.scenario('event', order);
  copy.end();
  expect(out).toContain('not     order-thanks: disabled');
});
