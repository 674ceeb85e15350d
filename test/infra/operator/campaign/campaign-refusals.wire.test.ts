/** What a campaign's commands refuse, with words that say what to do, and nothing lost by it. */
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignStore, readers } from './campaign-store.ts';
import { letter } from './letter.ts';

let store: Awaited<ReturnType<typeof campaignStore>>;

beforeAll(async () => {
  store = await campaignStore();
});

afterAll(() => store?.stop());

test('of a campaign that nobody scheduled there is no result', async () => {
  const { code, err } = await store.campaign('result', store.draft(letter({ id: 'week-9' })));
  expect(code).toBe(1);
  expect(err).toContain('week-9 is not scheduled');
});

test('a time that is past is not scheduled: it would go at once', async () => {
  const { code, err } = await store.campaign('schedule', store.draft(letter({ at: '"2026-03-19 09:00"' })));
  expect(code).toBe(1);
  expect(err).toContain('is past: it would go as soon as it is approved');
});

test('another draft under the same name is told to take the place of the first', async () => {
  expect((await store.campaign('schedule', store.draft(letter()))).out).not.toContain('takes the place');
  expect((await store.campaign('schedule', store.draft(letter()))).out).not.toContain('takes the place');
  const other = store.draft(letter({ subject: '別の件名' }));
  expect((await store.campaign('schedule', other)).out).toContain('takes the place of what was scheduled');
});

test('once approved, changed words are told to take another id, and what was approved goes', async () => {
  const file = store.draft(letter({ pace: '2' }));
  await store.campaign('schedule', file);
  expect((await store.campaign('approve', file)).code).toBe(0);
  store.draft(letter({ subject: '別の件名' }));
  expect((await store.campaign('approve', file)).err).toContain('another id');
  await store.cloud.clock.to('2026-03-20T03:00:00Z');
  expect((await store.letters()).map(({ subject }) => subject)).toEqual(
    Array(2).fill('春の新茶が届きました'),
  );
});

test('it is stopped by a draft that somebody is just changing, and by its name alone', async () => {
  const broken = store.draft(letter({ subject: '""', audience: 'vip' }));
  expect((await store.campaign('stop', broken)).out).toContain('week-10 is stopped');
  expect((await store.campaign('stop', 'week-10')).out).toContain('week-10 is stopped');
  const gone = await store.campaign('stop', path.join(store.folder, 'gone.yaml'));
  expect(gone.code).toBe(2);
  await store.cloud.clock.to('2026-03-21T03:00:00Z');
  expect(await store.letters()).toHaveLength(2);
});

test('an approval that is refused lets nothing go on that was stopped; one that is not says so', async () => {
  const file = store.draft(letter({ pace: '2' }));
  await store.order('gen', 'o-gen', true);
  await store.order('hana', 'o-hana', true);
  await store.cloud.clock.to('2026-03-27T02:00:00Z');
  for (const id of ['ichi', 'jun', 'kei']) await store.order(id, `o-${id}`, true);
  await store.cloud.clock.advance('PT5M');
  expect((await store.campaign('approve', file)).err).toContain('raise its pace');
  await store.cloud.clock.to('2026-03-27T09:00:00Z');
  expect(await store.letters()).toHaveLength(2);
  expect(readers.length).toBeGreaterThan(2);
});
