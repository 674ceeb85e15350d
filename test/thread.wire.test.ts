/** The whole way, as a storefront sees it: events by the AWS SDK in, mails out, against the real functions. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../infra/laptop/cloud.ts';
import { twoScenariosAlone } from './support/two-scenarios-alone.ts';

const start = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
let cloud: Cloud;
let bus: EventBridgeClient;

beforeAll(async () => {
  cloud = await startCloud({ port: 0, startAt: start, settings: twoScenariosAlone });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  bus = new EventBridgeClient({ endpoint: cloud.url, region: 'us-east-1', credentials });
});

afterAll(async () => {
  bus?.destroy();
  await cloud?.stop();
});

interface LocalMail {
  readonly id: string;
  readonly to: string;
  readonly template: string;
  readonly at: string;
  readonly headers: Readonly<Record<string, string>>;
}

const control = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${cloud.url}/_local/${path}`, init);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
};

const mailsTo = async (address: string) =>
  (await control<LocalMail[]>('mails'))
    .filter((mail) => mail.to === address)
    .sort((a, b) => a.at.localeCompare(b.at));

async function now(): Promise<string> {
  return (await control<{ now: string }>('clock')).now;
}

async function put(detailType: string, detail: object) {
  const entry = {
    EventBusName: 'tsunagu',
    Source: 'storefront',
    DetailType: detailType,
    Detail: JSON.stringify(detail),
  };
  expect((await bus.send(new PutEventsCommand({ Entries: [entry] }))).FailedEntryCount).toBe(0);
}

const orderOf = (customer: string, order: string, occurredAt: string) => ({
  eventId: `evt-${order}`,
  occurredAt,
  customer: {
    id: customer,
    email: `${customer}@example.com`,
    name: 'Hana',
    locale: 'ja',
    timeZone: 'Asia/Tokyo',
    acceptsMarketing: true,
  },
  order: {
    id: order,
    currency: 'JPY',
    total: 5400,
    items: [{ productId: 'p-1', name: 'Serum', quantity: 1, unitPrice: 5400 }],
  },
});

/** Tokyo's wall clock. */
const wall = (at: string) =>
  new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Tokyo' }).format(
    new Date(at),
  );

test('an order put twice gives one thank-you, and then the whole series at ten on her clock', async () => {
  const order = orderOf('hana', 'o-1', await now());
  await put('OrderPlaced', order);
  await put('OrderPlaced', order);
  await control('clock', { advance: 'PT1M' });
  expect((await mailsTo('hana@example.com')).map((mail) => mail.template)).toEqual(['order-thanks/thanks']);
  await control('clock', { advance: 'P70D' });
  const mails = await mailsTo('hana@example.com');
  expect(mails.map((mail) => mail.template)).toEqual([
    'order-thanks/thanks',
    'after-purchase/any-trouble',
    'after-purchase/using-it-well',
    'after-purchase/other-voices',
    'after-purchase/continue',
  ]);
  const days = mails.slice(1).map((mail) => wall(mail.at).slice(0, 10));
  expect(days).toEqual(['2026-03-14', '2026-03-21', '2026-04-06', '2026-05-06']);
  for (const mail of mails.slice(1)) expect(wall(mail.at).slice(11)).toMatch(/^10:([01]\d|2[0-1])$/);
});

test('a post to the unsubscribe link ends the letters, and a look at its page does not', async () => {
  await put('OrderPlaced', orderOf('yuki', 'o-2', await now()));
  await control('clock', { advance: 'P13D' });
  const [, letter] = await mailsTo('yuki@example.com');
  const link = /<(.+)>/.exec(letter?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  expect(letter?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const local = `${cloud.url}${new URL(link).pathname}`;
  const page = await fetch(local);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  await control('clock', { advance: 'P7D' });
  expect(await mailsTo('yuki@example.com')).toHaveLength(3);
  const done = await fetch(local, {
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect([done.status, done.headers.get('set-cookie')]).toEqual([200, null]);
  await control('clock', { advance: 'P60D' });
  expect(await mailsTo('yuki@example.com')).toHaveLength(3);
  const { touchpoints, customer } = await control<{
    touchpoints: { state: string }[];
    customer: { enrolments: { scenario: string; asleep?: true }[] };
  }>('customers/yuki');
  // The last letter was asked for when its timer came; from then on the story sleeps.
  expect(touchpoints.filter(({ state }) => state === 'skipped').length).toBeLessThan(2);
  expect(customer.enrolments.find(({ scenario }) => scenario === 'after-purchase')?.asleep).toBe(true);
});

test('an address that bounces hard is mailed no more', async () => {
  const bouncing = orderOf('bounce', 'o-3', await now());
  const customer = { ...bouncing.customer, email: 'bounce@simulator.amazonses.com' };
  await put('OrderPlaced', { ...bouncing, customer });
  await control('clock', { advance: 'P70D' });
  expect(await mailsTo('bounce@simulator.amazonses.com')).toHaveLength(1);
});

test('a malformed event goes alone to the dead letters with its reason', async () => {
  const before = await control<{ deadLetters: number }>('stats');
  await put('OrderPlaced', {
    eventId: 'bad',
    occurredAt: 'yesterday',
    customer: { id: 'x' },
    order: { id: 'y' },
  });
  await put('OrderPlaced', orderOf('mika', 'o-4', await now()));
  await control('clock', { advance: 'PT1M' });
  const after = await control<{ deadLetters: number }>('stats');
  expect(after.deadLetters - before.deadLetters).toBe(1);
  expect(await mailsTo('mika@example.com')).toHaveLength(1);
});
