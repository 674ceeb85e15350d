import { SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { QuotaMissing, sesAccount } from '../../shared/aws/ses-account.ts';
import { wireStub } from './wire-stub.ts';

const stub = wireStub();
const account = () => sesAccount({ client: new SESv2Client({ ...stub.config(), maxAttempts: 1 }) });
const told = (body: object) => ({ status: 200, body });

test('the account is asked for once, and its quota is taken as it is told', async () => {
  const SendQuota = { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 1_200 };
  stub.answer(told({ SendQuota, SendingEnabled: true, EnforcementStatus: 'HEALTHY' }));
  expect(await account().read()).toEqual({ dailyQuota: 50_000, sentLastDay: 1_200, rate: 14, sending: true });
  expect(stub.asked.map(({ method, path }) => [method, path])).toEqual([['GET', '/v2/email/account']]);
});

test('an account without a daily limit has none', async () => {
  stub.answer(told({ SendQuota: { Max24HourSend: -1, MaxSendRate: 500, SentLast24Hours: 9 } }));
  expect(await account().read()).toMatchObject({ dailyQuota: undefined, sending: true });
});

test.each([{ SendingEnabled: false }, { SendingEnabled: true, EnforcementStatus: 'SHUTDOWN' }])(
  'an account is known to be stopped by %o',
  async (stopped) => {
    stub.answer(told({ SendQuota: { Max24HourSend: 200, MaxSendRate: 1 }, ...stopped }));
    expect(await account().read()).toMatchObject({ sending: false, sentLastDay: 0 });
  },
);

test('an answer without a quota is no answer', async () => {
  stub.answer(told({ SendingEnabled: true }));
  await expect(account().read()).rejects.toThrow(QuotaMissing);
});
