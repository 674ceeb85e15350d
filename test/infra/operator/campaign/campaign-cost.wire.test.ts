/** What a letter of a campaign costs beyond what every mail does, counted by the embedded cloud as Amazon does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignStore, readers } from './campaign-store.ts';
import { letter } from './letter.ts';

let store: Awaited<ReturnType<typeof campaignStore>>;

beforeAll(async () => {
  store = await campaignStore();
});

afterAll(() => store?.stop());

test('three write units, four read units and one schedule for each letter: the words are read once for all', async () => {
  const file = store.draft(letter({ pace: '100' }));
  expect((await store.campaign('schedule', file)).code).toBe(0);
  const before = await store.stats();
  expect((await store.campaign('approve', file)).code).toBe(0);
  await store.cloud.clock.to('2026-03-20T03:00:00Z');
  const after = await store.stats();
  expect(await store.letters()).toHaveLength(readers.length);
  const each = (count: number) => count / readers.length;
  const more = (name: string) => (after.requests[name] ?? 0) - (before.requests[name] ?? 0);
  // Let in, claimed, its touchpoint; of all together a count by the hour.
  expect(each(after.capacity.write - before.capacity.write)).toBeLessThanOrEqual(3 + each(1));
  expect(each(after.capacity.read - before.capacity.read)).toBeLessThanOrEqual(4);
  expect(each(more('scheduler.CreateSchedule'))).toBe(1);
  expect(more('scheduler.DeleteSchedule')).toBe(0);
});
