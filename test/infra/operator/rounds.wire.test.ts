/** All schedules lost and nobody to set them again: the rounds find everybody, through the real functions and queues. */
import { CreateScheduleGroupCommand, DeleteScheduleGroupCommand } from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeOfOrders } from './store-of-orders.ts';

let store: Awaited<ReturnType<typeof storeOfOrders>>;

beforeAll(async () => {
  store = await storeOfOrders(12);
});

afterAll(() => store?.stop());

test('whose timer was lost gets the letter within an hour and a quarter, and once', async () => {
  const GroupName = store.cloud.names.scheduleGroup;
  await store.scheduler.send(new DeleteScheduleGroupCommand({ Name: GroupName }));
  await store.scheduler.send(new CreateScheduleGroupCommand({ Name: GroupName }));
  await store.cloud.clock.to('2026-03-20T00:00:00Z');
  const all = await store.mails();
  const letters = all.filter(({ template }) => template.startsWith('after-purchase'));
  expect(new Set(letters.map(({ to, template }) => `${to} ${template}`)).size).toBe(letters.length);
  const first = letters.filter(({ template }) => template.endsWith('any-trouble'));
  expect(first).toHaveLength(store.customers.length);
  // Due at ten in the morning in Tokyo.
  for (const { at } of first) {
    expect(at >= '2026-03-14T01:15' && at <= '2026-03-14T02:20', at).toBe(true);
  }
});
