/** The account's standing with SES. SES answers this question once a second for all who ask in the account. */
import { GetAccountCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { Account } from '../ports/mailer.ts';

/** `account` on SES. Throws what SES answers; an answer without a quota is an {@link QuotaMissing}. */
export function sesAccount({ client }: { readonly client: SESv2Client }): Account {
  return {
    async read() {
      const { SendQuota, SendingEnabled, EnforcementStatus } = await client.send(new GetAccountCommand({}));
      if (SendQuota?.MaxSendRate === undefined || SendQuota.Max24HourSend === undefined) {
        throw new QuotaMissing('SES reported no quota for this account; look at it in the console of SES.');
      }
      return {
        // SES's word for "without limit" is -1.
        dailyQuota: SendQuota.Max24HourSend < 0 ? undefined : SendQuota.Max24HourSend,
        sentLastDay: SendQuota.SentLast24Hours ?? 0,
        rate: SendQuota.MaxSendRate,
        sending: SendingEnabled !== false && EnforcementStatus !== 'SHUTDOWN',
      };
    },
  };
}

export class QuotaMissing extends Error {
  override readonly name = 'QuotaMissing';
  readonly code = 'ACCOUNT_NOT_TOLD';
}
