/** What came of a filled lane. */
import type { Lane } from '../../../shared/core/values/lane.ts';
import type { MailService } from '../lane-workers/mail-service.ts';

export interface Went {
  /** Mails a second that the mail service takes. */
  readonly sendRate: number;
  readonly sent: Readonly<Record<Lane, number>>;
  /** From the first message until the last mail was accepted. */
  readonly lasted_s: number;
  /** Of all calls to the mail service, from 0 to 1. */
  readonly throttledShare: number;
}

export function wentBy(mails: MailService, sendRate: number, began_ms: number): Went {
  const { accepted, throttledShare, lastAccepted_ms } = mails;
  const lasted_s = Math.max(0, lastAccepted_ms - began_ms) / 1000;
  return { sendRate, sent: { ...accepted }, lasted_s, throttledShare };
}
