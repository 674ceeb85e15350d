/** All schedules lost and nobody to set them again: the rounds find everybody, through the real functions and queues. */
import {
  CreateScheduleGroupCommand,
  DeleteScheduleGroupCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoScenariosAlone } from '../../support/two-scenarios-alone.ts';
import { type RecoveredStore, recoveredStore } from './recovered-store.ts';

const start = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
const customers = Array.from({ length: 12 }, (_, nth) => `c-${nth}`);
let store: RecoveredStore;
let scheduler: SchedulerClient;

beforeAll(async () => {
  store = await recoveredStore({ startAt: start, settings: { ...twoScenariosAlone, jitterMinutes: 0 } });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  scheduler = new SchedulerClient({ endpoint: store.cloud.url, region: 'us-east-1', credentials });
  for (const id of customers) {
    await store.put('OrderPlaced', {
      eventId: `evt-${id}`,
      occurredAt: start,
      customer: { id, email: `${id}@example.com`, timeZone: 'Asia/Tokyo', acceptsMarketing: true },
      order: { id: `o-${id}`, currency: 'JPY', total: 100, items: [{ productId: 'p-1', quantity: 1 }] },
    });
  }
  await store.cloud.clock.advance('PT1H');
});

afterAll(async () => {
  scheduler?.destroy();
  await store?.stop();
});

test('whose timer was lost gets the letter within an hour and a quarter, and once', async () => {
  const GroupName = store.cloud.names.scheduleGroup;
  await scheduler.send(new DeleteScheduleGroupCommand({ Name: GroupName }));
  await scheduler.send(new CreateScheduleGroupCommand({ Name: GroupName }));
  await store.cloud.clock.to('2026-03-20T00:00:00Z');
  const all = await store.get<{ to: string; template: string; at: string }[]>('mails');
  const letters = all.filter(({ template }) => template.startsWith('after-purchase'));
  expect(new Set(letters.map(({ to, template }) => `${to} ${template}`)).size).toBe(letters.length);
  const first = letters.filter(({ template }) => template.endsWith('any-trouble'));
  expect(first).toHaveLength(customers.length);
  // Due at ten in the morning in Tokyo.
  for (const { at } of first) {
    expect(at >= '2026-03-14T01:15' && at <= '2026-03-14T02:20', at).toBe(true);
  }
});
