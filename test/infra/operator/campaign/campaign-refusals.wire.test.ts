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

test('gone on with shortly before its end, it lets in whom a day is left for, and goes to all who waited', async () => {
  const file = store.draft(letter({ pace: '2' }));
  await store.cloud.clock.to('2026-03-25T02:00:00Z');
  const late = ['gen', 'hana', 'ichi', 'jun', 'kei', 'lin', 'mio', 'nao'];
  for (const id of late) await store.order(id, `o-${id}`, true);
  await store.cloud.clock.advance('PT5M');
  const { out, ...said } = await store.json('approve', file);
  expect(said).toMatchObject({ code: 0, reaches: 6, had: readers.length });
  expect(out).toMatchObject({ 'no-day-left': 2 });
  await store.cloud.clock.to('2026-03-28T02:00:00Z');
  const to = (await store.letters()).map((mail) => mail.to.replace('@example.com', ''));
  // Those who have just bought wait for their first parcel, as for every letter.
  expect(to.toSorted()).toEqual(readers);
});

test('a first approval for which no day is left is refused, and lets nothing go on', async () => {
  const file = store.draft(
    letter({ id: 'week-13', pace: '1', at: '"2026-03-29 10:00"', expires: '"2026-04-08 20:00"' }),
  );
  expect((await store.campaign('schedule', file)).err).toContain('raise its pace');
  expect((await store.campaign('approve', file)).err).toContain('not scheduled yet');
});
