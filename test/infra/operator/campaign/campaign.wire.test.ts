/** A campaign from draft to result, typed as a marketer types it, against a running embedded cloud. */
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignStore, readers } from './campaign-store.ts';
import { letter } from './letter.ts';

let store: Awaited<ReturnType<typeof campaignStore>>;

beforeAll(async () => {
  store = await campaignStore();
});

afterAll(() => store?.stop());

test('what new writes is refused until it is filled in, with its lines', async () => {
  const file = path.join(store.folder, 'Week 11.yaml');
  expect((await store.campaign('new', file)).code).toBe(0);
  expect((await store.campaign('new', file)).code).toBe(1);
  const { code, out } = await store.campaign('check', file);
  expect(code).toBe(1);
  expect(out).toMatch(/Week 11\.yaml:\d+ {2}wrong {2}ja: it has no subject/);
  expect((await store.campaign('schedule', file)).code).toBe(1);
});

test('a test goes to one address, through the same rendering, and counts nowhere', async () => {
  const file = store.draft(letter());
  expect((await store.campaign('test', file, '--to', 'me@shop.example.com')).out).toContain(
    '[テスト] 春の新茶が届きました',
  );
});

test('started twice, stopped, gone on with, and with segments that change meanwhile: nobody twice, nobody lost', async () => {
  const file = store.draft(letter());
  expect((await store.campaign('approve', file)).err).toContain('not scheduled');
  const asked = await store.json('audience', file);
  expect(asked).toMatchObject({
    reaches: 5,
    out: { 'no-consent': 1 },
    days: { '2026-03-20': 2, '2026-03-21': 2, '2026-03-22': 1 },
  });
  expect((await store.json('schedule', file)).reaches).toBe(5);
  store.draft(letter({ subject: '別の件名' }));
  expect((await store.campaign('approve', file)).err).toContain('has changed since it was scheduled');
  store.draft(letter());
  expect((await store.json('approve', file, '--by', 'yuki')).approved.by).toBe('yuki');
  await store.cloud.clock.advance('PT2M');
  expect(await store.json('approve', file)).toMatchObject({ reaches: 0, had: 5, approved: { by: 'yuki' } });
  store.draft(letter({ subject: '別の件名' }));
  expect((await store.campaign('schedule', file)).err).toContain('another id');
  store.draft(letter());

  await store.cloud.clock.to('2026-03-20T03:00:00Z');
  expect((await store.letters()).map(({ to }) => to)).toHaveLength(2);
  expect((await store.campaign('stop', file, '--because', 'wrong price')).code).toBe(0);
  await store.cloud.clock.to('2026-03-21T00:00:00Z');
  // From first-time to regular, all of them.
  for (const id of readers) await store.order(id, `p-${id}`, true);
  await store.cloud.clock.to('2026-03-22T12:00:00Z');
  expect(await store.letters()).toHaveLength(2);
  expect(await store.json('result', file)).toMatchObject({ sent: 2, waiting: 3 });
  expect(await store.json('approve', file)).toMatchObject({ reaches: 0, had: 5 });
  await store.cloud.clock.to('2026-03-27T12:00:00Z');
  const all = await store.letters();
  expect(all.map(({ to }) => to).sort()).toEqual(readers.map((id) => `${id}@example.com`));
  expect(await store.json('result', file)).toMatchObject({ sent: 5, waiting: 0 });
});

test('the words stand in the mail as they are written, and nothing in them is markup', async () => {
  const [one] = await store.letters();
  expect(one?.subject).toBe('春の新茶が届きました');
  const html = await (await fetch(`${store.cloud.url}/_local/mails/${one?.id}.html`)).text();
  expect(html).toContain('&lt;b&gt;香り&lt;/b&gt;');
  expect(html).not.toContain('<b>香り');
});
