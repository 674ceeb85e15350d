/** The links of real mails, followed through every page, and the mails that come after: against the real functions. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../infra/laptop/cloud.ts';

let cloud: Cloud;
let bus: EventBridgeClient;

beforeAll(async () => {
  cloud = await startCloud({ port: 0, startAt: '2026-03-02T03:30:00Z', settings: { doubleOptIn: 'all' } });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  bus = new EventBridgeClient({ endpoint: cloud.url, region: 'us-east-1', credentials });
});

afterAll(async () => {
  bus?.destroy();
  await cloud?.stop();
});

const control = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return (await (await fetch(`${cloud.url}/_local/${path}`, init)).json()) as Answer;
};

const advance = (span: string) => control('clock', { advance: span });
const mailsTo = async (address: string) =>
  (await control<{ id: string; to: string; template: string }[]>('mails')).filter(({ to }) => to === address);
const templatesTo = async (address: string) => (await mailsTo(address)).map(({ template }) => template);

/** The link of a mail to one of the pages. */
async function linkIn(address: string, template: string, room: string): Promise<string> {
  const mail = (await mailsTo(address)).findLast((one) => one.template === template);
  const text = await (await fetch(`${cloud.url}/_local/mails/${mail?.id}.html`)).text();
  const found = new RegExp(`href="[^"]*(/${room}/[^"]+)"`).exec(text)?.[1] ?? `no /${room}/ in ${template}`;
  return `${cloud.url}${found.replaceAll('&amp;', '&')}`;
}

async function put(detailType: string, customer: string, parts: object) {
  const { now } = await control<{ now: string }>('clock');
  const email = `${customer}@example.com`;
  const hers = { id: customer, email, name: 'Hana', locale: 'ja', timeZone: 'Asia/Tokyo' };
  const detail = {
    eventId: `${detailType}-${now}`,
    occurredAt: now,
    customer: { ...hers, acceptsMarketing: true },
  };
  const Detail = JSON.stringify({ ...detail, ...parts });
  await bus.send(
    new PutEventsCommand({
      Entries: [{ EventBusName: 'tsunagu', Source: 'storefront', DetailType: detailType, Detail }],
    }),
  );
  await advance('PT1M');
}

async function open(link: string): Promise<string> {
  const page = await fetch(link, { redirect: 'error' });
  expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null]);
  return page.text();
}

async function press(link: string, fields: Record<string, string>): Promise<string> {
  const page = await fetch(link, { method: 'POST', redirect: 'error', body: new URLSearchParams(fields) });
  expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null]);
  return page.text();
}

const order = (id: string) => ({
  order: { id, currency: 'JPY', total: 5400, items: [{ productId: 'p-1', name: 'Serum', quantity: 1 }] },
});
const hana = 'hana@example.com';

test('nothing of marketing comes before she confirms; a look at the page is no confirmation', async () => {
  await put('OrderPlaced', 'hana', order('o-1'));
  const link = await linkIn(hana, 'confirm-opt-in/confirm', 'c');
  expect(await open(link)).toContain('<form');
  await advance('P5D');
  expect((await templatesTo(hana)).sort()).toEqual(['confirm-opt-in/confirm', 'order-thanks/thanks']);
  await press(link, { confirm: 'yes' });
  expect(await open(link)).not.toContain('<form');
});

test('the survey of a mail is answered on its page, and the next mail is the one her answer asks for', async () => {
  await advance('P11D');
  const link = await linkIn(hana, 'early-survey/ask', 's');
  expect(await open(`${link.split('?')[0]}?a=0`)).toContain('value="delighted" checked');
  await press(link, { impression: 'delighted', wish: 'cooking' });
  expect(await open(link)).toContain('ありがとうございました');
  await advance('P6D');
  expect(await templatesTo(hana)).toContain('early-survey-answered/kitchen');
});

test('what she takes out on the preference page stays away from the next mail on', async () => {
  const letters = async () => (await templatesTo(hana)).filter((name) => name.startsWith('after-purchase/'));
  const before = await letters();
  const link = await linkIn(hana, before.at(-1) ?? '', 'p');
  const page = await open(link);
  const had = /name="had" value="([^"]*)"/.exec(page)?.[1] ?? '';
  expect(had).toContain('tips');
  await advance('P1D');
  await press(link, { save: 'preferences', had, topic: 'news', was: 'all', often: 'weekly', locale: 'en' });
  await advance('P60D');
  expect(await letters()).toEqual(before);
  expect(JSON.stringify(await control('customers/hana'))).toContain('"weekly"');
});

test('a place given back on its page is reminded of no more', async () => {
  const { now } = await control<{ now: string }>('clock');
  const startsAt = new Date(Date.parse(now) + 20 * 86_400_000).toISOString();
  await put('BookingMade', 'hana', { booking: { id: 'b-1', name: 'Tea', startsAt, place: 'Kamakura' } });
  const link = await linkIn(hana, 'event-booking/confirmation', 'b');
  expect(await open(link)).toContain('Kamakura');
  await press(link, { do: 'cancel' });
  await advance('P30D');
  expect((await templatesTo(hana)).filter((name) => name.startsWith('event-booking/'))).toEqual([
    'event-booking/confirmation',
  ]);
});

test('whoever signs up on the page is asked by mail, and her unsubscribe link ends what follows', async () => {
  const yuki = 'yuki@example.com';
  await press(`${cloud.url}/join?from=shop`, { email: yuki, name: 'Yuki', locale: 'en', topic: 'news' });
  await advance('PT10M');
  expect(await templatesTo(yuki)).toEqual(['confirm-opt-in/confirm']);
  await press(await linkIn(yuki, 'confirm-opt-in/confirm', 'c'), { confirm: 'yes' });
  await press(await linkIn(hana, 'early-survey/ask', 'u'), {});
  const before = await templatesTo(hana);
  await put('OrderPlaced', 'hana', order('o-2'));
  await advance('P40D');
  expect((await templatesTo(hana)).slice(before.length)).toEqual(['order-thanks/thanks']);
});
