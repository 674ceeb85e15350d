/** What goes to the mail service, and what it says: plain data that the ports speak of. */
import type { Lane } from '../values/lane.ts';

/** A mail ready to go. `headers` have ASCII values; `tags` only `[A-Za-z0-9_-]`. */
export interface Mail {
  readonly lane: Lane;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** Reasons for which the mail service certainly did not take a message. */
export type NotSent =
  | 'throttled'
  | 'daily-quota'
  | 'sending-paused'
  | 'not-verified'
  | 'rejected'
  | 'bad-request';

export type SendOutcome =
  | { readonly kind: 'accepted'; readonly messageId: string }
  | { readonly kind: 'not-sent'; readonly because: NotSent }
  | { readonly kind: 'unknown'; readonly detail: string };

/** What the mail service grants the whole account, in which other stores may send as well. */
export interface MailAccount {
  /** Recipients in any 24 hours; none: without limit. */
  readonly dailyQuota: number | undefined;
  readonly sentLastDay: number;
  /** Recipients a second. */
  readonly rate: number;
  /** False once the mail service has stopped the account. */
  readonly sending: boolean;
}
