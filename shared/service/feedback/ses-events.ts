/** The trust boundary of the mail service's events, as EventBridge delivers them on the default bus. */
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';

const when = z.string().check(z.maxLength(64));
/** Looked at only where it is a word we know: an odd one must not cost the event. */
const anything = z.optional(z.unknown());
const recipients = z.optional(z.array(z.looseObject({ emailAddress: z.string().check(z.maxLength(320)) })));
const tag = z.optional(z.array(z.string().check(z.maxLength(256))));
/** Of a mail's tags, the ones we write. */
const tagNames = [
  'store',
  'customer',
  'touchpoint',
  'enrolment',
  'scenario',
  'version',
  'step',
  'kind',
  'judged',
  'template',
  'variant',
  'number',
] as const;

const envelope = z.looseObject({
  'detail-type': z.string(),
  time: when,
  detail: z.looseObject({
    mail: z.looseObject({
      messageId: z.string().check(z.maxLength(256)),
      timestamp: anything,
      tags: z.object(Object.fromEntries(tagNames.map((name) => [name, tag]))),
    }),
    bounce: z.optional(
      z.looseObject({
        bounceType: z.string(),
        bounceSubType: anything,
        timestamp: z.optional(when),
        bouncedRecipients: recipients,
      }),
    ),
    complaint: z.optional(
      z.looseObject({
        complaintFeedbackType: anything,
        complaintSubType: anything,
        timestamp: z.optional(when),
        complainedRecipients: recipients,
      }),
    ),
    delivery: z.optional(z.looseObject({ timestamp: z.optional(when) })),
    click: z.optional(z.looseObject({ timestamp: z.optional(when), isBotEvent: z.optional(z.string()) })),
  }),
});

export class MalformedSesEvent extends Error {
  override readonly name = 'MalformedSesEvent';
  readonly code = 'MALFORMED_SES_EVENT';
}

type SesEventKind = 'sent' | 'delivered' | 'bounced' | 'complained' | 'rejected' | 'clicked';

const kinds: ReadonlyMap<string, SesEventKind> = new Map([
  ['Email Sent', 'sent'],
  ['Email Delivered', 'delivered'],
  ['Email Bounced', 'bounced'],
  ['Email Complaint Received', 'complained'],
  ['Email Rejected', 'rejected'],
  ['Email Clicked', 'clicked'],
]);

export interface SesEvent {
  readonly kind: SesEventKind;
  readonly at: Temporal.Instant;
  readonly messageId: string;
  /** The mail's own tags as we write them, single-valued; ids only, since they go into logs. */
  readonly tags: Readonly<Partial<Record<(typeof tagNames)[number], string>>>;
  /** When the mail service took the mail. */
  readonly sentAt: Temporal.Instant;
  /** The addresses that bounced for good or complained. */
  readonly badAddresses: readonly string[];
  /** The addresses that could not be reached this time. */
  readonly softAddresses: readonly string[];
  /** True for a bounce for good and a complaint that a mailbox provider made: what counts against a sender. */
  readonly countsAgainst: boolean;
  /** True for a click that SES thinks a scanner made. */
  readonly likelyBot: boolean;
}

/**
 * Reads an EventBridge envelope from SES. `undefined` for a kind of event nobody asks for.
 *
 * @throws {@link MalformedSesEvent}
 */
export function parseSesEvent(body: unknown): SesEvent | undefined {
  const result = envelope.safeParse(body);
  if (!result.success) {
    const fields = result.error.issues.map((issue) => issue.path.map(String).join('.'));
    throw new MalformedSesEvent(`SES event without a usable ${[...new Set(fields)].slice(0, 5).join(', ')}`);
  }
  const { detail } = result.data;
  const kind = kinds.get(result.data['detail-type']);
  if (!kind || isNoComplaint(kind, detail.complaint?.complaintFeedbackType)) return undefined;
  const { mail, bounce, complaint, delivery, click } = detail;
  const timestamp =
    bounce?.timestamp ?? complaint?.timestamp ?? delivery?.timestamp ?? click?.timestamp ?? result.data.time;
  const forGood = kind === 'bounced' && bounce?.bounceType === 'Permanent';
  const soft = kind === 'bounced' && !forGood && !aboutTheMail.has(bounce?.bounceSubType);
  const subType = kind === 'bounced' ? bounce?.bounceSubType : complaint?.complaintSubType;
  const bad = kind === 'complained' ? complaint?.complainedRecipients : forGood && bounce?.bouncedRecipients;
  const at = readInstant(timestamp);
  return {
    kind,
    at,
    messageId: mail.messageId.toWellFormed(),
    tags: singleValued(mail.tags),
    sentAt: instantOf(mail.timestamp) ?? at,
    badAddresses: addressesOf(bad || []),
    softAddresses: addressesOf((soft && bounce?.bouncedRecipients) || []),
    countsAgainst: (forGood || kind === 'complained') && !onOwnList.has(subType),
    likelyBot: click?.isBotEvent === 'Likely',
  };
}

/** Bounces that say something of the mail and nothing of the address. */
const aboutTheMail: ReadonlySet<unknown> = new Set([
  'MessageTooLarge',
  'ContentRejected',
  'AttachmentRejected',
]);

/** The mail service kept the mail back by a list of the account: no mailbox provider saw it. */
const onOwnList: ReadonlySet<unknown> = new Set([
  'OnAccountSuppressionList',
  'OnTenantSuppressionList',
  'EmailValidationSuppressed',
]);

/**
 * Reports by the complaint channel that are none: the recipient took a mail out of the spam folder, or a signature
 * failed. Source: RFC 5965 and RFC 6430, feedback types.
 */
const noComplaints: ReadonlySet<unknown> = new Set(['not-spam', 'auth-failure']);

const isNoComplaint = (kind: SesEventKind, type: unknown): boolean =>
  kind === 'complained' && noComplaints.has(type);

const addressesOf = (listed: readonly { readonly emailAddress: string }[]): string[] =>
  listed.map(({ emailAddress }) => bareAddress(emailAddress));

function readInstant(text: string): Temporal.Instant {
  const at = instantOf(text);
  if (!at) throw new MalformedSesEvent('SES event without a usable timestamp');
  return at;
}

function instantOf(text: unknown): Temporal.Instant | undefined {
  try {
    return typeof text === 'string' ? Temporal.Instant.from(text) : undefined;
  } catch {
    return undefined;
  }
}

function singleValued(tags: Readonly<Record<string, readonly string[] | undefined>>): SesEvent['tags'] {
  const entries = tagNames.flatMap((name) => {
    const value = tags[name]?.[0];
    return value !== undefined && /^[\w-]+$/.test(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** SES may give a recipient as `"Name" <address>`. */
function bareAddress(text: string): string {
  return (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).toWellFormed();
}
