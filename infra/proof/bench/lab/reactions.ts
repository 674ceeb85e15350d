/** What becomes of the population's mails: drawn by hash from what a mail is, so that every version meets the same. */
import { randomUUID } from 'node:crypto';
import type { BusEvent } from '../../../laptop/bus/bus.ts';
import type { StoredMail } from '../../../laptop/mail/mailbox.ts';
import { sesEvents } from '../../../laptop/mail/ses-events.ts';
import { drawOf } from '../population/draw.ts';

/** Of a thousand mails so many are clicked, by a person; of the marketing ones so many end in an unsubscribe or complaint. */
export const reactionShares = { clicked: 0.1, unsubscribed: 0.002, complained: 0.0005 };
const minute_ms = 60_000;
/** SES says at once that it took a mail, and later that the mailbox did: two batches, the dearer of the two ways. */
const delays_ms = { sent: 1_000, delivered: 40_000 };

export interface Reaction {
  readonly at_ms: number;
  /** On the default bus of the account. */
  readonly ses?: BusEvent;
  /** A post to this link. */
  readonly unsubscribe?: string;
}

/** `nth`: of the mails of this kind to this customer. */
export function reactionsTo(mail: StoredMail, nth: number): Reaction[] {
  const draw = drawOf('reactions');
  const about = [mail.to[0] ?? '', mail.tags.template ?? '', nth] as const;
  const later_ms = mail.at_ms + draw.whole([2, 2000], ...about, 'when') * minute_ms;
  const reported = sesEvents(mail).map((ses) => {
    return {
      at_ms: mail.at_ms + (ses.detailType === 'Email Sent' ? delays_ms.sent : delays_ms.delivered),
      ses,
    };
  });
  const [sent] = reported;
  if (!sent) return [];
  const says = (what: keyof typeof reactionShares) => draw.chance(reactionShares[what], ...about, what);
  const isMarketing = mail.tags.kind === 'marketing';
  const [, link] = /<(https[^>]+)>/.exec(mail.headers['List-Unsubscribe'] ?? '') ?? [];
  return [
    ...reported,
    ...(says('clicked') ? [{ at_ms: later_ms, ses: clickOf(sent.ses, later_ms) }] : []),
    ...(isMarketing && says('complained')
      ? [{ at_ms: later_ms, ses: complaintOf(sent.ses, mail, later_ms) }]
      : []),
    ...(isMarketing && link && says('unsubscribed') ? [{ at_ms: later_ms, unsubscribe: link }] : []),
  ];
}

const rfc = (at_ms: number) => new Date(at_ms).toISOString();

function clickOf({ detail, ...sent }: BusEvent, at_ms: number): BusEvent {
  const { mail } = detail as { mail: object };
  const click = { timestamp: rfc(at_ms), ipAddress: '127.0.0.1', link: 'https://shop.example.com/' };
  return { ...sent, detailType: 'Email Clicked', detail: { eventType: 'Click', mail, click } };
}

function complaintOf({ detail, ...sent }: BusEvent, { to }: StoredMail, at_ms: number): BusEvent {
  const { mail } = detail as { mail: object };
  const complaint = {
    feedbackId: randomUUID(),
    complaintSubType: null,
    complainedRecipients: to.map((emailAddress) => ({ emailAddress })),
    timestamp: rfc(at_ms),
    complaintFeedbackType: 'abuse',
  };
  return {
    ...sent,
    detailType: 'Email Complaint Received',
    detail: { eventType: 'Complaint', mail, complaint },
  };
}
