import { expect, test } from 'vitest';
import type { MailAccount } from '../../../shared/core/record/mail.ts';
import { checkAccount } from '../../../shared/service/feedback/check-account.ts';
import { reconcile } from '../../../shared/service/sweep/reconcile.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const storeWith = (account: Partial<MailAccount>, settings = {}) => {
  const store = storeInMemory({ scenarios: twoScenarios, startAt: '2026-03-02T03:30:00Z', settings });
  store.world.account.now = { ...store.world.account.now, ...account };
  return store;
};
const check = async (account: Partial<MailAccount>, settings = {}) => {
  const store = storeWith(account, settings);
  await checkAccount(store.engine);
  return store.world.metrics;
};

test.each([
  [{ dailyQuota: 50_000, sentLastDay: 40_000 }, 80],
  [{ dailyQuota: undefined, sentLastDay: 40_000 }, 0],
  [{ dailyQuota: 0, sentLastDay: 0 }, 100],
])('the quota of %o is used to %i %%', async (account, percent) => {
  expect((await check(account)).of('QuotaUsedPercent')).toBe(percent);
});

test('a send rate above the account is told, unless no mail leaves the house', async () => {
  expect((await check({ rate: 13 })).of('RateSettingAboveAccount')).toBe(1);
  expect((await check({ rate: 14 })).of('RateSettingAboveAccount')).toBe(0);
  expect((await check({ rate: 1 }, { mode: 'dry-run' })).of('RateSettingAboveAccount')).toBe(0);
});

test('a stopped account is told', async () => {
  expect((await check({ sending: false })).of('SendingDisabled')).toBe(1);
  expect((await check({ sending: true })).of('SendingDisabled')).toBe(0);
});

test('every sweep asks for the account, and runs whatever comes of it', async () => {
  const store = storeWith({ dailyQuota: 100, sentLastDay: 10 });
  await reconcile(store.engine);
  expect(store.world.metrics.of('QuotaUsedPercent')).toBe(10);
  store.world.account.read = async () => {
    throw Object.assign(new Error('Rate exceeded'), { name: 'TooManyRequestsException' });
  };
  expect(await reconcile(store.engine)).toMatchObject({ overdue: 0 });
  expect(store.world.metrics.of('QuotaUsedPercent')).toBe(10);
  expect(store.world.log.lines.map(({ fields }) => fields.because)).toContain('TooManyRequestsException');
});
