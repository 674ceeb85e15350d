/** What SES reports of a mail on the account's default bus, in its real shapes. */
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { accountId, arn, region } from '../arns.ts';
import type { BusEvent } from '../bus/bus.ts';
import type { StoredMail } from './mailbox.ts';

type Json = Record<string, unknown>;
type SesReport = BusEvent & { readonly detail: { readonly eventType: string } };
type Fate = 'delivered' | 'bounced' | 'suppressed' | 'complained';

const milliseconds = (at_ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(at_ms).toString({ fractionalSecondDigits: 3 });

/**
 * What the mailbox simulator does with an address. Source: Amazon SES developer guide, "Mailbox simulator". Below `.invalid`
 * there is nobody (RFC 2606).
 */
function fateOf(address: string): Fate {
  if (address.toLowerCase().endsWith('.invalid')) return 'bounced';
  const [, mailbox, domain] = /^([^@+]+)(?:\+[^@]*)?@([^@]+)$/.exec(address.toLowerCase()) ?? [];
  if (domain !== 'simulator.amazonses.com') return 'delivered';
  if (mailbox === 'bounce') return 'bounced';
  if (mailbox === 'suppressionlist') return 'suppressed';
  return mailbox === 'complaint' ? 'complained' : 'delivered';
}

function mailOf(mail: StoredMail): Json {
  const tags: Record<string, string[]> = {
    'ses:operation': ['SendEmail'],
    'ses:configuration-set': [mail.configurationSet ?? ''],
    'ses:source-ip': ['127.0.0.1'],
    'ses:from-domain': [mail.from.split('@').at(-1)?.replace('>', '') ?? ''],
    'ses:caller-identity': ['local'],
  };
  for (const [name, value] of Object.entries(mail.tags)) tags[name] = [value];
  const headers = { From: mail.from, To: mail.to.join(', '), Subject: mail.subject, ...mail.headers };
  return {
    timestamp: milliseconds(mail.at_ms),
    source: mail.from,
    sourceArn: arn('ses', `identity/${tags['ses:from-domain']?.[0]}`),
    sendingAccountId: accountId,
    messageId: mail.id,
    destination: mail.to,
    headersTruncated: false,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    commonHeaders: { from: [mail.from], to: mail.to, messageId: mail.id, subject: mail.subject },
    tags,
  };
}

function delivery(mail: StoredMail): Json {
  return {
    timestamp: milliseconds(mail.at_ms + 500),
    processingTimeMillis: 500,
    recipients: mail.to,
    smtpResponse: '250 2.0.0 OK',
    reportingMTA: `a1-1.smtp-out.${region}.amazonses.com`,
  };
}

function bounce(mail: StoredMail, suppressed: boolean): Json {
  const diagnosticCode = suppressed
    ? 'Amazon SES did not send the message to this address because it is on the suppression list for your account.'
    : 'smtp; 550 5.1.1 user unknown';
  return {
    feedbackId: randomUUID(),
    bounceType: 'Permanent',
    bounceSubType: suppressed ? 'OnAccountSuppressionList' : 'General',
    bouncedRecipients: mail.to.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode,
    })),
    timestamp: milliseconds(mail.at_ms + 500),
    reportingMTA: 'dns; amazonses.com',
  };
}

function complaint(mail: StoredMail): Json {
  return {
    feedbackId: randomUUID(),
    complaintSubType: null,
    complainedRecipients: mail.to.map((emailAddress) => ({ emailAddress })),
    timestamp: milliseconds(mail.at_ms + 1000),
    userAgent: 'Amazon SES Mailbox Simulator',
    complaintFeedbackType: 'abuse',
    arrivalDate: milliseconds(mail.at_ms + 1000),
  };
}

/** The events of one mail, in the order they happen. Source: SES developer guide, event publishing by EventBridge. */
export function sesEvents(mail: StoredMail): SesReport[] {
  const fate = fateOf(mail.to[0] ?? '');
  const shownMail = mailOf(mail);
  const resources = [arn('ses', `configuration-set/${mail.configurationSet}`)];
  const event = (detailType: string, eventType: string, more: Json): SesReport => ({
    source: 'aws.ses',
    detailType,
    resources,
    detail: { eventType, mail: shownMail, ...more },
  });
  const events = [event('Email Sent', 'Send', { send: {} })];
  if (fate === 'bounced' || fate === 'suppressed') {
    events.push(event('Email Bounced', 'Bounce', { bounce: bounce(mail, fate === 'suppressed') }));
  } else {
    events.push(event('Email Delivered', 'Delivery', { delivery: delivery(mail) }));
  }
  if (fate === 'complained') {
    events.push(event('Email Complaint Received', 'Complaint', { complaint: complaint(mail) }));
  }
  return events;
}
