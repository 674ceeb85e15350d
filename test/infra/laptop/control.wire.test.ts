import { expect, test } from 'vitest';
import { localCloud } from './local-cloud.ts';

const local = await localCloud();
const { url, clock } = local.cloud;

test('a request that leads nowhere is told where to go', async () => {
  const unknown = await fetch(`${url}/_local/nothing`);
  expect([unknown.status, await unknown.json()]).toEqual([
    404,
    { error: expect.any(String), remedy: expect.any(String) },
  ]);
  expect((await fetch(`${url}/nothing`)).status).toBe(404);
  expect((await fetch(`${url}/_local/mails/x.html`)).status).toBe(404);
  expect((await fetch(`${url}/_local/customers/nobody`)).status).toBe(404);
  expect((await fetch(`${url}/_local/customers/%E0%A4%A`)).status).toBe(400);
  expect((await fetch(`${url}/_local/clock`, { method: 'POST', body: 'no' })).status).toBe(400);
});

test('a page of another site cannot move the clock', async () => {
  const init = {
    method: 'POST',
    body: '{"advance":"P1D"}',
    headers: { origin: 'https://elsewhere.example' },
  };
  expect((await fetch(`${url}/_local/clock`, init)).status).toBe(403);
  expect((await fetch(`${url}/_local/page/clock`, init)).status).toBe(403);
});

test('the date of an answer is the real one, however far the clock went', async () => {
  await clock.advance('P30D');
  const response = await fetch(`${url}/_local/clock`);
  expect(Math.abs(Date.parse(response.headers.get('date') ?? '') - Date.now())).toBeLessThan(60_000);
  expect(((await response.json()) as { now: string }).now.slice(0, 10)).toBe('2026-04-01');
});

test('the page shows mailbox and clock, and a sample order goes on the bus', async () => {
  const page = await fetch(url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).toContain('No mail yet');
  const body = new URLSearchParams({
    customer: 'c-1',
    email: 'a@example.com',
    name: 'A',
    product: '<b>',
    locale: 'ja',
  });
  const done = await fetch(`${url}/_local/page/order`, { method: 'POST', body, redirect: 'manual' });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/']);
  const [invocation] = await local.invocations();
  expect(invocation?.bodies?.[0]).toMatchObject({
    'detail-type': 'OrderPlaced',
    detail: { customer: { id: 'c-1', email: 'a@example.com' }, order: { items: [{ name: '<b>' }] } },
  });
  expect(invocation?.bodies?.[0].detail.customer.acceptsMarketing).toBeUndefined();
  const before = clock.now();
  const leap = new URLSearchParams({ advance: 'P7D' });
  await fetch(`${url}/_local/page/clock`, { method: 'POST', body: leap, redirect: 'manual' });
  expect(clock.now().since(before).total('hours')).toBeCloseTo(168, 1);
});

test('a public link reaches its function as an HTTP API request, and its answer comes back', async () => {
  const response = await fetch(`${url}/u/abc.def?x=1&x=2`, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: 'b=2' },
  });
  expect([response.status, response.headers.get('x-kind'), response.headers.get('set-cookie')]).toEqual([
    201,
    'echo',
    'a=1',
  ]);
  expect(await response.json()).toMatchObject({
    version: '2.0',
    routeKey: 'POST /u/{token}',
    rawPath: '/u/abc.def',
    rawQueryString: 'x=1&x=2',
    queryStringParameters: { x: '1,2' },
    pathParameters: { token: 'abc.def' },
    cookies: ['b=2'],
    requestContext: { http: { method: 'POST', path: '/u/abc.def' }, stage: '$default' },
    body: Buffer.from('List-Unsubscribe=One-Click').toString('base64'),
    isBase64Encoded: true,
  });
});

test('a public link whose function throws answers 500 and tells nothing', async () => {
  const response = await fetch(`${url}/u/throw`);
  expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
});

test('the counters name what happened', async () => {
  const stats = await local.get<{ events: number; requests: object; queues: object }>('/_local/stats');
  expect(stats).toMatchObject({
    events: 1,
    deadLetters: 0,
    mails: 0,
    schedules: 0,
    capacity: { read: 0, write: 0 },
  });
  // The functions of these tests tell what they saw by messages.
  expect(stats.requests).toMatchObject({ 'sqs.SendMessage': expect.any(Number) });
  expect(stats.queues).toHaveProperty('tsunagu-mori-local-intake', {
    visible: 0,
    inFlight: 0,
    delayed: 0,
    oldestAt: null,
  });
});

test('two clouds run side by side, and a port in use is a clear error', async () => {
  await expect(localCloud({ port: local.cloud.port })).rejects.toThrow(
    `Port ${local.cloud.port} is not free. Choose another with --port`,
  );
});
