/** What an operator is told of a guest, by the id and by the address, once the guest is part of an account. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../../infra/laptop/cloud.ts';
import { twoScenariosAlone } from '../../support/two-scenarios-alone.ts';
import { opsOn } from './ops-typed.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
let cloud: Cloud;
let bus: EventBridgeClient;
const { ops } = opsOn(() => cloud);

beforeAll(async () => {
  const startAt = '2026-03-02T03:30:00Z';
  cloud = await startCloud({ port: 0, startAt, settings: twoScenariosAlone, report: () => undefined });
  bus = new EventBridgeClient({ endpoint: cloud.url, region: 'us-east-1', credentials });
});

afterAll(async () => {
  bus?.destroy();
  await cloud?.stop();
});

async function order(customer: object, id: string): Promise<void> {
  const occurredAt = cloud.clock.now().toString();
  const Detail = JSON.stringify({ eventId: id, occurredAt, customer, order: { id, total: 100 } });
  const Entries = [
    { EventBusName: cloud.names.bus, Source: 'storefront', DetailType: 'OrderPlaced', Detail },
  ];
  expect((await bus.send(new PutEventsCommand({ Entries }))).FailedEntryCount).toBe(0);
}

test('why tells of a guest who became part of an account what the guest got', async () => {
  const guest = { email: 'mei@example.com' };
  await order(guest, 'g-1');
  await cloud.clock.advance('PT1M');
  await order({ id: 'mei', ...guest }, 'g-2');
  await cloud.clock.advance('PT1H');
  const { out } = await ops('why', 'mei');
  expect(out).toContain('Customer mei has 2 orders that count');
  expect(out.match(/the customer got order-thanks\/thanks/g)).toHaveLength(2);
  expect(out).not.toContain('its answer is not known yet');
});

test('whoever asks why by an address is told how the id is found', async () => {
  const { code, err } = await ops('why', 'mei@example.com');
  expect(code).toBe(1);
  expect(err).toContain('customer -- who <address>');
});
