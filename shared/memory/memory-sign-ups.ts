import { hourOf } from '../core/record/breaker.ts';
import type { SignUps } from '../ports/sign-ups.ts';

/** `signUps` in memory. */
export function memorySignUps(): SignUps {
  const hours = new Map<number, number>();
  const mailboxes = new Map<string, { readonly address: string; readonly until_ms: number }>();
  return {
    async count(at, atMost) {
      const hour = hourOf(at).epochMilliseconds;
      const counted = hours.get(hour) ?? 0;
      if (counted >= atMost) return false;
      hours.set(hour, counted + 1);
      return true;
    },
    async keepFor({ mailbox, address }, at, until) {
      const kept = mailboxes.get(mailbox);
      if (kept && kept.until_ms > at.epochMilliseconds && kept.address !== address) return false;
      mailboxes.set(mailbox, { address, until_ms: until.epochMilliseconds });
      return true;
    },
  };
}
