/** With how much a store begins: each set by name, and what is in none. */
import { expect, test } from 'vitest';
import { newestOf } from '../../infra/author/library.ts';
import { liveOf } from '../../infra/author/live.ts';
import { startSets } from '../../shared/core/language/switches/start-set.ts';
import { parseSettings } from '../../shared/settings/settings.ts';
import { marketing } from '../support/scenarios.ts';
import { scenarios } from '../support/shipped.ts';
import { exampleSettings } from '../support/store-in-memory.ts';

const liveWith = (told: unknown) =>
  liveOf(scenarios, parseSettings({ ...exampleSettings, scenarios: told }).scenarios)
    .filter(({ kind }) => kind === 'marketing')
    .map(({ id }) => id);

test('every shipped story says which sets hold it; what a store writes itself is in each', () => {
  const silent = newestOf(scenarios).filter(({ kind, startSets }) => kind === 'marketing' && !startSets);
  expect(silent.map(({ id }) => id)).toEqual([]);
  const own = marketing({ id: 'tea-club' });
  expect(liveOf([own], { '*': { start: 'starter-small' } })).toHaveLength(1);
});

test('a small store begins with welcome, carts, the first weeks, the survey, the check and win-back', () => {
  expect(liveWith('starter-small').toSorted()).toEqual([
    'after-purchase',
    'campaign',
    'cart-abandonment',
    'checkout-abandonment',
    'early-survey',
    'early-survey-answered',
    'ninety-day-answered',
    'ninety-day-check',
    'onboarding',
    'sunset',
    'vip-forgotten',
    'vip-remembered',
    'welcome',
    'win-back',
  ]);
});

test('each set holds the small one, and order mail is in all of them', () => {
  const small = liveWith('starter-small');
  for (const start of startSets) expect(liveWith(start)).toEqual(expect.arrayContaining(small));
  const notices = (start: string) =>
    liveOf(scenarios, parseSettings({ ...exampleSettings, scenarios: start }).scenarios).filter(
      ({ kind }) => kind === 'transactional',
    ).length;
  expect(new Set(startSets.map(notices)).size).toBe(1);
  expect(liveWith('everything')).toEqual(liveWith({}));
  expect(liveWith('subscription')).toContain('subscription-care');
  expect(liveWith('starter-growing')).not.toContain('subscription-care');
});

test('what is named beside a set stands by its own word, and a set that is not there is refused', () => {
  const told = { '*': { start: 'starter-small' }, sale: { on: true }, welcome: { on: false } };
  expect(liveWith(told)).toContain('sale');
  expect(liveWith(told)).not.toContain('welcome');
  expect(() => liveWith('starter')).toThrow('scenarios');
});
