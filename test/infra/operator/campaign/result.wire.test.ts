/** What came of a letter, beside those who were left out to be compared: a store that keeps half its customers as a control group. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audienceReport } from '../../../../infra/operator/campaign/audience-report.ts';
import { checkDraft } from '../../../../infra/operator/campaign/check-draft.ts';
import { type CampaignDraft, parsedDraft } from '../../../../infra/operator/campaign/draft.ts';
import type { CampaignDeployment } from '../../../../infra/operator/campaign/reach-everybody.ts';
import { result } from '../../../../infra/operator/campaign/result.ts';
import { approve, schedule } from '../../../../infra/operator/campaign/start.ts';
import { atDeployment } from '../../../../infra/operator/composition.ts';
import type { Report } from '../../../../infra/terminal/report.ts';
import { shareOf } from '../../../simulation/sharing.ts';
import type { FreeJson } from '../../../support/free-json.ts';
import { segments } from '../../../support/shipped.ts';
import { campaignStore, readers } from './campaign-store.ts';
import { letter } from './letter.ts';

let store: Awaited<ReturnType<typeof campaignStore>>;
const now = Temporal.Instant.from('2026-03-19T03:00:00Z');
const setting = { controlGroupPercent: 50 };

beforeAll(async () => {
  store = await campaignStore(setting);
});

afterAll(() => store?.stop());

/** As the program does it, in a store of these settings. */
const typed = (does: (target: CampaignDeployment, draft: CampaignDraft) => Promise<Report>) =>
  atDeployment({ local: store.cloud.url }, async (open): Promise<FreeJson> => {
    const settings = { ...open.settings, ...setting };
    const { draft } = checkDraft(parsedDraft(letter({ pace: '100' })), { now, segments, settings });
    if (!draft) throw new Error('The draft is not sound.');
    const { data, lines } = await does({ ...open, settings }, draft);
    return { ...(data as object), lines };
  });

test('both sides come in, one gets the letter, and the orders of both are counted from the same days on', async () => {
  const isCompared = (id: string) => shareOf(['control-group', store.cloud.settings.store, id]) < 0.5;
  const compared = readers.filter(isCompared);
  const meant = readers.filter((id) => !isCompared(id));
  expect(compared.length).toBeGreaterThan(0);
  expect(meant.length).toBeGreaterThan(1);
  expect(await typed(audienceReport)).toMatchObject({
    reaches: meant.length,
    compared: compared.length,
    out: { 'control-group': compared.length, 'no-consent': 1 },
  });
  await typed(schedule);
  await typed((target, draft) => approve(target, draft, 'yuki'));
  await store.cloud.clock.to('2026-03-20T03:00:00Z');
  expect((await store.letters()).map(({ to }) => to).sort()).toEqual(meant.map((id) => `${id}@example.com`));
  expect(await typed((target, draft) => approve(target, draft, 'yuki'))).toMatchObject({
    had: 5,
    compared: 0,
  });
  for (const id of [...meant.slice(0, 1), ...compared.slice(0, 1)])
    await store.order(id, `after-${id}`, true);
  await store.cloud.clock.to('2026-03-24T03:00:00Z');
  const early = await typed(result);
  expect(early).toMatchObject({ days: 7, got: { ordered: 1, orders: 1, spent: { JPY: 5400 } } });
  expect(early.difference).toBeUndefined();
  for (const id of meant.slice(1, 2)) await store.order(id, `late-${id}`, true);
  await store.cloud.clock.to('2026-03-28T03:00:00Z');
  expect(await typed(result)).toMatchObject({
    sent: meant.length,
    waiting: 0,
    treated: { closed: { all: meant.length, of: 2 } },
    compared: { closed: { all: compared.length, of: 1 } },
    notUnderstood: 0,
  });
  expect((await typed((target, draft) => result(target, draft, '2'))).got).toMatchObject({ ordered: 1 });
  expect((await typed(result)).lines.join()).toContain('偶然と区別できません');
});

test('of a store that leaves nobody out it is said that this proves nothing', async () => {
  expect((await store.campaign('result', store.draft(letter()), '--days', '0')).code).toBe(2);
  expect((await store.campaign('result', store.draft(letter()), '--days', '61')).err).toContain('1 to 60');
});
