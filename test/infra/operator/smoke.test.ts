import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { judgeAccount } from '../../../infra/operator/smoke/account.ts';
import { judgeIdentity } from '../../../infra/operator/smoke/identity.ts';
import type { Result } from '../../../infra/operator/smoke/result.ts';
import { nextGap } from '../../../infra/operator/smoke/scheduler-questions.ts';

const outcomes = (results: readonly Result[]) =>
  Object.fromEntries(results.map(({ name, outcome }) => [name, outcome]));

const account = {
  sandbox: false,
  sendingEnabled: true,
  enforcement: 'HEALTHY',
  quota_perDay: 50_000,
  sentLastDay: 10,
  rate_perSecond: 14,
  rateSetting_perSecond: 14,
};

test('an account in good standing passes', () => {
  expect(outcomes(judgeAccount(account, 'live'))).toEqual({ sandbox: 'pass', sending: 'pass', rate: 'pass' });
});

test('the sandbox fails only where the mode is live', () => {
  expect(outcomes(judgeAccount({ ...account, sandbox: true }, 'dry-run')).sandbox).toBe('pass');
  expect(outcomes(judgeAccount({ ...account, sandbox: true }, 'live')).sandbox).toBe('fail');
});

test('a paused account, one that was shut down, and a rate above the account’s fail', () => {
  expect(outcomes(judgeAccount({ ...account, sendingEnabled: false }, 'live')).sending).toBe('fail');
  expect(outcomes(judgeAccount({ ...account, enforcement: 'SHUTDOWN' }, 'live')).sending).toBe('fail');
  expect(outcomes(judgeAccount({ ...account, rateSetting_perSecond: 15 }, 'live')).rate).toBe('fail');
});

test('a verified and signed identity passes, with a MAIL FROM domain or without', () => {
  const verified = {
    VerifiedForSendingStatus: true,
    DkimAttributes: { Status: 'SUCCESS', SigningEnabled: true },
  } as const;
  expect(outcomes(judgeIdentity('shop.example.com', verified))).toEqual({
    identity: 'pass',
    dkim: 'pass',
    'mail-from': 'skip',
  });
  const MailFromAttributes = {
    MailFromDomain: 'bounce.shop.example.com',
    MailFromDomainStatus: 'FAILED',
    BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
  } as const;
  const failed = judgeIdentity('shop.example.com', { ...verified, MailFromAttributes });
  expect(outcomes(failed)['mail-from']).toBe('fail');
});

test('an identity that waits for its records fails twice', () => {
  const pending = { VerifiedForSendingStatus: false, DkimAttributes: { Status: 'PENDING' } } as const;
  expect(outcomes(judgeIdentity('shop.example.com', pending))).toMatchObject({
    identity: 'fail',
    dkim: 'fail',
  });
});

test.each([
  ['2026-11-22T09:00:00Z', '2027-03-14T02:30:00'],
  ['2026-03-01T09:00:00Z', '2026-03-08T02:30:00'],
  ['2026-05-01T09:00:00Z', '2027-03-14T02:30:00'],
])('from %s the next skipped hour holds %s', (now, civil) => {
  expect(nextGap(Temporal.Instant.from(now))).toBe(civil);
});
