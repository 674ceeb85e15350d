import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test } from 'vitest';
import type { DemoOptions } from '../../../../infra/proof/demo/options.ts';
import { runDemo } from '../../../../infra/proof/demo/run.ts';

async function demo(options: DemoOptions) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const code = await runDemo(options, { out, err }, new AbortController().signal);
  out.end();
  err.end();
  return { code, out: await text(out), err: await text(err) };
}

async function eventsFile(lines: (object | string)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tsunagu-demo-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'events.ndjson');
  await writeFile(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return path;
}

const placed = (eventId: string, order: string, at: string) => ({
  Source: 'storefront',
  DetailType: 'OrderPlaced',
  Time: at,
  Detail: {
    eventId,
    occurredAt: at,
    customer: { id: 'c-1', email: 'hana@example.com', timeZone: 'Asia/Tokyo', acceptsMarketing: true },
    order: {
      id: order,
      currency: 'JPY',
      total: 5400,
      items: [{ productId: 'p-1', name: 'Serum', quantity: 1 }],
    },
  },
});

test('real orders become one thank-you each and the step mails, over the wire', async () => {
  const until = Temporal.PlainDate.from('2014-12-31');
  const { code, out, err } = await demo({ customers: 2, until, json: true, rollout: 0 });
  const summary = JSON.parse(out);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(summary).toMatchObject({ customers: 2, duplicates: 0, deadLetters: 0, unknown: 0 });
  const orders = summary.events / 2;
  expect(orders).toBeGreaterThan(2);
  expect(summary.mails.byTemplate['order-thanks/thanks']).toBe(orders);
  expect(summary.mails.total).toBeGreaterThan(orders);
  expect(summary.enrolments).toBeGreaterThanOrEqual(2 * orders);
  expect(summary.awsRequests['events.PutEvents']).toBeGreaterThan(0);
  expect(summary.capacity.write).toBeGreaterThan(0);
});

test('a file plays its good lines, tells of the bad ones and of what the bus refuses', async () => {
  const path = await eventsFile([
    placed('e-1', 'o-1', '2026-01-10T09:30:00+09:00'),
    placed('e-1', 'o-1', '2026-01-10T09:30:00+09:00'),
    '{"Source":',
    { ...placed('e-2', 'o-2', '2026-01-11T09:30:00+09:00'), Source: 'aws.mine' },
  ]);
  const { code, out, err } = await demo({ events: path });
  expect(code).toBe(0);
  expect(out).toMatch(/2026-01-10 Sat +09:30 +thanks \(order-thanks\/thanks\)/);
  expect(out).toMatch(/2026-01-22 Thu +10:\d\d +trouble \(after-purchase\/any-trouble\)/);
  expect(out).toMatch(/order-thanks\/thanks +1\n/);
  expect(err).toContain(`${path}:3: the line is not JSON`);
  expect(err).toContain(`${path}:4: NotAuthorizedForSource`);
});

test('a malformed event ends as a dead letter and fails the demo', async () => {
  const good = placed('e-1', 'o-1', '2026-01-10T09:30:00+09:00');
  const path = await eventsFile([good, { ...good, Detail: { eventId: 'e-2' } }]);
  const { code, out, err } = await demo({ events: path, json: true });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    events: 2,
    deadLetters: 1,
    mails: { byTemplate: { 'order-thanks/thanks': 1 } },
  });
  expect(err).toMatch(/Dead letters in .*intake-dead: 1/);
});

test('a file of nothing but bad lines fails and still prints one object', async () => {
  const { code, out, err } = await demo({ events: await eventsFile(['[]']), json: true });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ events: 0, mails: { total: 0, byTemplate: {} } });
  expect(err).toMatch(/:1: the line must be a JSON object\nThere is nothing to play/);
});
