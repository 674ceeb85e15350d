/** Every shape of event that the mail service publishes of a mail, each at a moment of its own. */
import type { SentMail } from '../../shared/memory/memory-mailer.ts';
import { sesEnvelope } from './mail-service-events.ts';

/** Source: Amazon SES Developer Guide, "Contents of event data" and "Bounce types". */
const bounces: readonly (readonly [type: string, subType: string])[] = [
  ['Undetermined', 'Undetermined'],
  ['Permanent', 'General'],
  ['Permanent', 'NoEmail'],
  ['Permanent', 'Suppressed'],
  ['Permanent', 'OnAccountSuppressionList'],
  ['Permanent', 'OnTenantSuppressionList'],
  ['Permanent', 'EmailValidationSuppressed'],
  ['Transient', 'General'],
  ['Transient', 'MailboxFull'],
  ['Transient', 'MessageTooLarge'],
  ['Transient', 'ContentRejected'],
  ['Transient', 'AttachmentRejected'],
  ['Transient', 'CustomTimeoutExceeded'],
];
const complaints: readonly (readonly [type: string | null, subType: string | null])[] = [
  ['abuse', null],
  ['fraud', null],
  ['virus', null],
  ['other', null],
  [null, 'OnAccountSuppressionList'],
  ['not-spam', null],
  ['auth-failure', null],
];

export function everyShape(mail: SentMail): object[] {
  let minutes = 0;
  const timestamp = () => mail.at.add({ minutes: ++minutes }).toString();
  const recipients = [{ emailAddress: mail.to, action: 'failed', status: '5.0.0' }];
  const bounced = bounces.map(([bounceType, bounceSubType]) =>
    sesEnvelope('Email Bounced', mail, {
      bounce: { bounceType, bounceSubType, timestamp: timestamp(), bouncedRecipients: recipients },
    }),
  );
  const complained = complaints.map(([complaintFeedbackType, complaintSubType]) =>
    sesEnvelope('Email Complaint Received', mail, {
      complaint: {
        complaintFeedbackType,
        complaintSubType,
        timestamp: timestamp(),
        complainedRecipients: [{ emailAddress: mail.to }],
      },
    }),
  );
  const others: readonly (readonly [string, object])[] = [
    ['Email Sent', { send: {} }],
    ['Email Delivered', { delivery: { timestamp: timestamp(), recipients: [mail.to] } }],
    ['Email Opened', { open: { timestamp: timestamp(), userAgent: 'any' } }],
    ['Email Clicked', { click: { timestamp: timestamp(), link: 'https://shop.example.com/' } }],
    ['Email Clicked', { click: { timestamp: timestamp(), isBotEvent: 'Likely' } }],
    ['Email Rejected', { reject: { reason: 'Bad content' } }],
    ['Email Rendering Failed', { failure: { templateName: 'any', errorMessage: 'any' } }],
    ['Email Delivery Delayed', { deliveryDelay: { timestamp: timestamp(), delayType: 'MailboxFull' } }],
    ['Email Subscribed', { subscription: { timestamp: timestamp(), contactList: 'any' } }],
  ];
  return [...bounced, ...complained, ...others.map(([type, more]) => sesEnvelope(type, mail, more))];
}
