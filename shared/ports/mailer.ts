/** The ports of the mail service: to send, how fast, and how the account stands. */

import type { Mail, MailAccount, SendOutcome } from '../core/record/mail.ts';
import type { Lane } from '../core/values/lane.ts';

export interface Mailer {
  /** Exactly one attempt. Never throws for what the mail service answers or does not answer. */
  send(mail: Mail): Promise<SendOutcome>;
}

export interface Account {
  read(): Promise<MailAccount>;
}

export interface Pacer {
  /** Resolves when this worker may make its next call to the mail service for the lane. */
  take(lane: Lane): Promise<void>;
  /**
   * Takes a turn of those that mail which asks to confirm has for itself, beside the lane's: 0. Where they are spent nobody
   * waits: in so many seconds there may be one.
   */
  takeConfirm(): number;
  /** The mail service asked to slow down: for a while this worker keeps to the lane's share. */
  throttled(lane: Lane): void;
}
