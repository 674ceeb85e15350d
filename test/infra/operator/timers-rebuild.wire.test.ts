/** All schedules lost, and set again from the table alone. */
import {
  CreateScheduleGroupCommand,
  DeleteScheduleGroupCommand,
  ListSchedulesCommand,
} from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeOfOrders } from './store-of-orders.ts';

let store: Awaited<ReturnType<typeof storeOfOrders>>;

beforeAll(async () => {
  store = await storeOfOrders(40);
});

afterAll(() => store?.stop());

async function schedules(): Promise<string[]> {
  const { Schedules = [] } = await store.scheduler.send(
    new ListSchedulesCommand({ GroupName: store.cloud.names.scheduleGroup }),
  );
  return Schedules.map(({ Name }) => Name ?? '').sort();
}

test('timers lost with their group are set again as they were, and every letter comes once and on time', async () => {
  const before = await schedules();
  // One alarm for the lane of marketing, whatever waits there.
  expect(before).toHaveLength(store.customers.length);
  const GroupName = store.cloud.names.scheduleGroup;
  await store.scheduler.send(new DeleteScheduleGroupCommand({ Name: GroupName }));
  const early = await store.ops('timers', 'rebuild');
  expect([early.code, early.err]).toEqual([1, expect.stringContaining('deploy the stack first')]);
  expect(early.err).toMatch(/go on with --from-shard \d+/);
  await store.scheduler.send(new CreateScheduleGroupCommand({ Name: GroupName }));
  expect(await schedules()).toEqual([]);

  const counted = { customers: 40, schedules: 40, messages: 0, notUnderstood: 0 };
  expect(await store.json('timers', 'rebuild', '--dry-run')).toMatchObject({
    code: 0,
    ...counted,
    dryRun: true,
  });
  expect(await schedules()).toEqual([]);
  const done = await store.json('timers', 'rebuild', '--rate', '2000');
  expect(done).toMatchObject({ code: 0, ...counted });
  expect(done.err).toContain('shard 15 done: 40 customers, 40 timers so far');
  expect(await schedules()).toEqual(before);
  expect(await store.json('timers', 'rebuild', '--from-shard', '8')).toMatchObject({ code: 0 });
  expect(await schedules()).toEqual(before);

  await store.cloud.clock.advance('P70D');
  const all = await store.mails();
  expect(all).toHaveLength(5 * store.customers.length);
  expect(new Set(all.map(({ to, template }) => `${to} ${template}`)).size).toBe(all.length);
  const letters = all.filter(({ template }) => template.startsWith('after-purchase'));
  // Ten in the morning in Tokyo; the sweep alone would have been a quarter of an hour late.
  expect(letters.every(({ at }) => at.slice(11, 16) === '01:00')).toBe(true);
});
