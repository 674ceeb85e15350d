import type { Temporal } from 'temporal-polyfill';
import type { Mail, SendOutcome } from '../core/record/mail.ts';
import type { Clock } from '../ports/clock.ts';
import type { Mailer } from '../ports/mailer.ts';

/** A mail that was accepted. */
export interface SentMail extends Mail {
  readonly messageId: string;
  readonly at: Temporal.Instant;
}

/** What the next call shall do: answer so, or find its own answer (a function may also throw, as a crash would). */
export type Scripted = SendOutcome | ((mail: Mail) => SendOutcome | Promise<SendOutcome>);

/** `mailer` in memory. Accepts all with ids `m-1`, `m-2` … unless `next` says otherwise, one call for each. */
export class MemoryMailer implements Mailer {
  /** The accepted mails, oldest first; the newest `keep` of them. */
  readonly mails: SentMail[] = [];
  /** Every call, whatever came of it. */
  calls = 0;
  accepted = 0;
  readonly #clock: Clock;
  readonly #keep: number;
  readonly #script: Scripted[] = [];

  constructor(clock: Clock, keep: number) {
    this.#clock = clock;
    this.#keep = keep;
  }

  next(...scripted: readonly Scripted[]): void {
    this.#script.push(...scripted);
  }

  async send(mail: Mail): Promise<SendOutcome> {
    this.calls++;
    const scripted = this.#script.shift();
    const messageId = `m-${this.accepted + 1}`;
    const outcome: SendOutcome =
      typeof scripted === 'function' ? await scripted(mail) : (scripted ?? { kind: 'accepted', messageId });
    if (outcome.kind === 'accepted') {
      this.accepted++;
      this.mails.push({ ...mail, messageId: outcome.messageId, at: this.#clock.now() });
      if (this.mails.length > this.#keep) this.mails.shift();
    }
    return outcome;
  }
}
