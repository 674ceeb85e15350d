import type { MailAccount } from '../core/record/mail.ts';
import type { Account } from '../ports/mailer.ts';

/** `account` in memory: a healthy one without a daily limit, unless a test says otherwise. */
export class MemoryAccount implements Account {
  now: MailAccount = { dailyQuota: undefined, sentLastDay: 0, rate: 14, sending: true };

  async read(): Promise<MailAccount> {
    return this.now;
  }
}
