/** Whom a campaign would reach, asked of a record by the rules of entry and of sending. */
import { expect, test } from 'vitest';
import type { CampaignDraft } from '../../../../infra/operator/campaign/draft.ts';
import { isInAudience, wouldReach } from '../../../../infra/operator/campaign/standing.ts';
import { entryOfCommand } from '../../../../shared/core/enrolments/enter-entry.ts';
import { refusal } from '../../../../shared/core/enrolments/enter-refusal.ts';
import { openBook } from '../../../../shared/core/language/scenario-book.ts';
import { noBrakes, runBrake, withPause } from '../../../../shared/core/record/brakes.ts';
import { newCustomer } from '../../../../shared/core/record/customer.ts';
import { shippedLibrary } from '../../../../shared/library.ts';
import { campaign } from '../../../../shared/programs/campaign/campaign.ts';
import { at } from '../../../support/events.ts';
import { settings } from '../../../support/settings.ts';

const now = at('2026-03-19 12:00');
const words = { subject: 'a', preheader: '', paragraphs: ['b'] };
const draft: CampaignDraft = {
  id: 'week-10',
  topic: 'news',
  at: now,
  expiresAt: now.add({ hours: 72 }),
  pace: undefined,
  audience: { segments: [], products: [], lastCategory: [] },
  words: { ja: words, en: words },
  digest: 'd',
};
const around = {
  settings,
  book: openBook([campaign], shippedLibrary.messages, [], {}),
  at: now,
  brakes: noBrakes,
  address: undefined,
  context: undefined,
};
const nobody = newCustomer('shop', 'hana');
const granted = { is: 'granted', at: now, source: 'form' } as const;
const hana = {
  ...nobody,
  profile: { ...nobody.profile, email: 'hana@example.com' },
  consent: { ...nobody.consent, news: granted },
  segments: { vip: now },
  owned: [
    { productId: 'p-1', category: 'tea', at: now.subtract({ hours: 48 }) },
    { productId: 'p-2', category: 'honey', at: now.subtract({ hours: 24 }) },
  ],
};

test.each([
  ['everybody', {}, true],
  ['any of the segments', { segments: ['regular', 'vip'] }, true],
  ['another segment', { segments: ['regular'] }, false],
  ['a product that was bought', { products: ['p-1'] }, true],
  ['one that was not', { products: ['p-3'] }, false],
  ['the category of what was bought last', { lastCategory: ['honey'] }, true],
  ['that of what was bought before', { lastCategory: ['tea'] }, false],
  ['each list asks', { segments: ['vip'], products: ['p-3'] }, false],
])('the audience: %s', (_, audience, is) => {
  expect(isInAudience(hana, { ...draft.audience, ...audience }, now)).toBe(is);
});

test('who allows it, who does not, and whom an operator holds', () => {
  expect(wouldReach(hana, draft, campaign, around)).toEqual({ is: 'in' });
  expect(wouldReach(hana, { ...draft, topic: 'tips' }, campaign, around)).toEqual({
    is: 'out',
    because: 'no-consent',
  });
  expect(wouldReach({ ...hana, profile: {} }, draft, campaign, around)).toMatchObject({
    because: 'no-address',
  });
  const word = { by: 'yuki', because: 'a test', since: now };
  const brakes = withPause(noBrakes, 'marketing', word);
  expect(wouldReach(hana, draft, campaign, { ...around, brakes })).toEqual({ is: 'in', waits: 'paused' });
  const night = { ...around, at: at('2026-03-19 23:30') };
  expect(wouldReach(hana, draft, campaign, night)).toEqual({ is: 'in', waits: 'quiet-hours' });
  expect(runBrake('campaign', 'week-10')).toBe('campaign/week-10');
});

test('a command of a store that tells of no campaign lets nobody in: there would be no letter', () => {
  const entry = entryOfCommand(campaign, {
    kind: 'enrol',
    customer: 'hana',
    scenario: 'campaign',
    key: 'week-10',
    at: now.toString(),
  });
  expect(refusal({ scenario: campaign, customer: hana, around }, entry)).toBe('filter-not-met');
});
