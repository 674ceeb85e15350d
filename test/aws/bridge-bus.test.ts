import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { bridgeBus } from '../../shared/aws/bridge-bus.ts';
import type { PublishedEvent } from '../../shared/core/events/published-event.ts';
import { wireStub } from './wire-stub.ts';

const stub = wireStub();
const bus = () =>
  bridgeBus({ client: new EventBridgeClient({ ...stub.config(), maxAttempts: 1 }), busName: 'tsunagu' });
const event = (id: string, detail: Record<string, unknown> = {}): PublishedEvent => ({
  id,
  name: 'HumanTask',
  at: Temporal.Instant.from('2026-03-02T03:00:00Z'),
  detail: { customer: { id: 'c-1' }, ...detail },
});
const entriesOf = (call: number) => stub.asked[call]?.body.Entries as readonly { readonly Detail: string }[];

test('an event goes on the bus under the source of the engine, its id and time in the detail', async () => {
  await bus().publish([event('e-1')]);
  expect(stub.asked[0]?.operation).toBe('AWSEvents.PutEvents');
  const [entry] = entriesOf(0);
  expect(entry).toMatchObject({ EventBusName: 'tsunagu', Source: 'tsunagu', DetailType: 'HumanTask' });
  expect(JSON.parse(entry?.Detail ?? '')).toEqual({
    eventId: 'e-1',
    occurredAt: '2026-03-02T03:00:00Z',
    customer: { id: 'c-1' },
  });
});

test('many events go in calls of ten, and big ones in calls of their own', async () => {
  await bus().publish(Array.from({ length: 12 }, (_, n) => event(`e-${n}`)));
  expect([entriesOf(0).length, entriesOf(1).length]).toEqual([10, 2]);
  await bus().publish([event('a', { text: 'x'.repeat(150_000) }), event('b', { text: 'x'.repeat(150_000) })]);
  expect([entriesOf(2).length, entriesOf(3).length]).toEqual([1, 1]);
});

test('a bus that takes only some makes the caller fail, so that its message comes back', async () => {
  stub.answer({
    status: 200,
    body: { FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }] },
  });
  await expect(bus().publish([event('e-1')])).rejects.toThrow('refused 1 of 1 events (ThrottlingException)');
});
