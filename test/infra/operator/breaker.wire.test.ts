/** Good standing over the wire: what the mail service tells reaches her consent, and the breaker's word the operator. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../../infra/laptop/cloud.ts';
import { atDeployment } from '../../../infra/operator/composition.ts';
import { runOps } from '../../../infra/operator/ops/ops-program.ts';
import { tablesOf } from '../../../infra/operator/target/tables.ts';
import { dynamoReputation } from '../../../shared/aws/dynamo-reputation.ts';
import { recordingTerminal } from './terminal.ts';

let cloud: Cloud;
let bus: EventBridgeClient;

beforeAll(async () => {
  cloud = await startCloud({ port: 0, startAt: '2026-03-02T03:30:00Z', report: () => undefined });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  bus = new EventBridgeClient({ endpoint: cloud.url, region: 'us-east-1', credentials });
});

afterAll(async () => {
  bus?.destroy();
  await cloud?.stop();
});

async function ops(...words: string[]): Promise<string> {
  const terminal = recordingTerminal();
  expect(await runOps([...words, '--local', cloud.url], terminal), terminal.said.err).toBe(0);
  return terminal.said.out;
}

const advance = (span: string) =>
  fetch(`${cloud.url}/_local/clock`, { method: 'POST', body: JSON.stringify({ advance: span }) });

async function order(customer: string, email: string): Promise<void> {
  const id = `o-${customer}`;
  const detail = {
    eventId: `evt-${id}`,
    occurredAt: cloud.clock.now().toString(),
    customer: { id: customer, email, timeZone: 'Asia/Tokyo', acceptsMarketing: true },
    order: { id, currency: 'JPY', total: 5400, items: [{ productId: 'p-1', quantity: 1, unitPrice: 5400 }] },
  };
  const entry = { EventBusName: cloud.names.bus, Source: 'storefront', DetailType: 'OrderPlaced' };
  await bus.send(new PutEventsCommand({ Entries: [{ ...entry, Detail: JSON.stringify(detail) }] }));
  await advance('PT10M');
}

test('a complaint suppresses the address and withdraws the consent', async () => {
  await order('cross', 'complaint@simulator.amazonses.com');
  const told = await ops('why', 'cross');
  expect(told).toContain("No mail at all goes to the customer's address");
  expect(told).toMatch(/does not accept marketing mail since .* \(reported by complaint\)/);
});

test('a mail says by its Feedback-ID of which story and kind it is, and nothing of her', async () => {
  await order('hana', 'hana@example.com');
  const mails = (await (await fetch(`${cloud.url}/_local/mails`)).json()) as {
    to: string;
    headers: Record<string, string>;
  }[];
  expect(mails.find(({ to }) => to === 'hana@example.com')?.headers['Feedback-ID']).toBe(
    'order-thanks:transactional:1.local:AmazonSES',
  );
});

test('the sweep pauses marketing that stands too badly, status says why, and a person lets it go', async () => {
  await atDeployment({ local: cloud.url }, (target) =>
    dynamoReputation(tablesOf(target)).add(
      cloud.clock.now(),
      { marketing: { sent: 1000, bounced: 52, complained: 0 } },
      'any',
    ),
  );
  await ops('reconcile', 'now');
  expect(await ops('status')).toMatch(
    /paused: marketing mail \(by the breaker, 2026-03-02T\d\d:\d\dZ: 5\.2 % of 1000 bounced\)/,
  );
  expect(await ops('pauses')).toMatch(/ {2}pause {3}marketing {2}by the breaker: 5\.2 % of 1000 bounced$/m);
  await ops('resume', 'marketing');
  await ops('reconcile', 'now');
  expect(await ops('status')).toContain('nothing is paused');
});
