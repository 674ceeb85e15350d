/** The account at SES: sandbox, standing, and its rate against the setting. */
import { sentenceOf } from '../../terminal/refusal.ts';
import { mailServiceOf } from '../ops/status-parts.ts';
import type { Target } from '../target/target.ts';
import { fail, pass, type Result } from './result.ts';

type Account = Awaited<ReturnType<typeof mailServiceOf>>;

export function judgeAccount(account: Account, mode: Target['settings']['mode']): Result[] {
  const { sandbox, sendingEnabled, enforcement, rate_perSecond, rateSetting_perSecond } = account;
  const quota = account.quota_perDay === -1 ? 'without a daily quota' : `${account.quota_perDay} a day`;
  const inSandbox = 'in the sandbox: mail reaches verified addresses and the simulator only';
  const live = sandbox && mode === 'live';
  return [
    live
      ? fail('sandbox', `${inSandbox}, and the mode is live: ask for production access`)
      : pass('sandbox', sandbox ? inSandbox : `out of the sandbox, ${quota}`),
    sendingEnabled && enforcement !== 'SHUTDOWN'
      ? pass('sending', `enabled, sender reputation ${enforcement}`)
      : fail(
          'sending',
          `sending is off, sender reputation ${enforcement}: see the SES console for the reason`,
        ),
    rateSetting_perSecond <= rate_perSecond
      ? pass('rate', `setting ${rateSetting_perSecond} of ${rate_perSecond} mails a second`)
      : fail(
          'rate',
          `the setting sendRate is ${rateSetting_perSecond}, the account allows ${rate_perSecond}: lower it, and divide it among the stacks of the account`,
        ),
  ];
}

export async function askAccount(target: Target): Promise<Result[]> {
  try {
    return judgeAccount(await mailServiceOf(target), target.settings.mode);
  } catch (error) {
    return [fail('account', sentenceOf(error))];
  }
}
