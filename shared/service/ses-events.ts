/** The trust boundary of the mail service's events, as EventBridge delivers them on the default bus. */
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';

const when = z.string().check(z.maxLength(64));
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
  'template',
] as const;

const envelope = z.looseObject({
  'detail-type': z.string(),
  time: when,
  detail: z.looseObject({
    mail: z.looseObject({
      messageId: z.string().check(z.maxLength(256)),
      tags: z.object(Object.fromEntries(tagNames.map((name) => [name, tag]))),
    }),
    bounce: z.optional(
      z.looseObject({ bounceType: z.string(), timestamp: z.optional(when), bouncedRecipients: recipients }),
    ),
    complaint: z.optional(z.looseObject({ timestamp: z.optional(when), complainedRecipients: recipients })),
    delivery: z.optional(z.looseObject({ timestamp: z.optional(when) })),
    click: z.optional(z.looseObject({ timestamp: z.optional(when), isBotEvent: z.optional(z.string()) })),
  }),
});

export class MalformedSesEvent extends Error {
  override readonly name = 'MalformedSesEvent';
  readonly code = 'MALFORMED_SES_EVENT';
}

export type SesEventKind = 'sent' | 'delivered' | 'bounced' | 'complained' | 'rejected' | 'clicked';

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
  /** The addresses that bounced for good or complained. */
  readonly badAddresses: readonly string[];
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
  if (!kind) return undefined;
  const { bounce, complaint, delivery, click } = detail;
  const timestamp =
    bounce?.timestamp ?? complaint?.timestamp ?? delivery?.timestamp ?? click?.timestamp ?? result.data.time;
  const bad = kind === 'bounced' && bounce?.bounceType === 'Permanent' ? bounce.bouncedRecipients : undefined;
  const listed = kind === 'complained' ? complaint?.complainedRecipients : bad;
  return {
    kind,
    at: readInstant(timestamp),
    messageId: detail.mail.messageId.toWellFormed(),
    tags: singleValued(detail.mail.tags),
    badAddresses: (listed ?? []).map((recipient) => bareAddress(recipient.emailAddress)),
    likelyBot: click?.isBotEvent === 'Likely',
  };
}

function readInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new MalformedSesEvent('SES event without a usable timestamp');
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
