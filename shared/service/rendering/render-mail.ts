/** Makes one mail from a compiled message, a customer and the event fields her enrolment kept. */
import type { Profile } from '../../core/record/customer.ts';
import type { Mail } from '../../core/record/mail.ts';
import type { Touchpoint } from '../../core/record/touchpoint.ts';
import type { JudgedKind } from '../../core/values/judged-kind.ts';
import type { Lane } from '../../core/values/lane.ts';
import type { CompiledTemplate } from '../../ports/templates.ts';
import type { Settings } from '../../settings/settings.ts';
import { holdsLink, type LinkRule, linkRule } from './allowed-links.ts';
import { bookingZone } from './booking-time.ts';
import { brandStyle } from './brand-style.ts';
import type { Locale } from './choose-locale.ts';
import { customerName, greetingName } from './greeting.ts';
import { oneLine } from './one-line.ts';
import { type Reader, renderLiquid } from './render-liquid.ts';
import { tagsOf } from './touchpoint-tags.ts';

export interface MailInput {
  readonly compiled: CompiledTemplate;
  readonly touchpoint: Touchpoint;
  readonly profile: Profile;
  /** The event fields of the enrolment, nested as on the wire. */
  readonly event: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  /** IANA name of the customer's zone, for dates. */
  readonly timeZone: string;
  readonly settings: Pick<
    Settings,
    'store' | 'brand' | 'sender' | 'legalName' | 'postalAddress' | 'inquiryContact' | 'timeZone' | 'linkHosts'
  >;
  /** Where the store's public pages are. */
  readonly linkBaseUrl: string;
  /** `unsubscribe` is a https address; every marketing mail needs it. */
  readonly links: Readonly<Record<string, string>>;
  /** What else its texts may name: coupon, cart, products, survey, episode. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly lane: Lane;
  /** By which kind the breaker judges it. */
  readonly judged?: JudgedKind;
}

/** Thrown where a mail cannot be made from what there is; the message names no personal data. */
export class MailNotRendered extends Error {
  override readonly name = 'MailNotRendered';
  readonly code = 'MAIL_NOT_RENDERED';
}

/**
 * Renders subject, HTML and text, and adds headers and tags. Whatever the customer's fields hold is shown as text.
 *
 * @throws {@link MailNotRendered} without an address, without an unsubscribe link on marketing, or where a message
 * needs a field that the event did not have
 */
export function renderMail(input: MailInput): Mail {
  const { compiled, touchpoint } = input;
  if (!input.profile.email) throw new MailNotRendered(`Touchpoint ${touchpoint.id} has no address to go to.`);
  const headers = headersOf(input);
  const parts = rendered(input, (scope, reader) => ({
    // A copy, since what a text counts by `increment` is left in its scope: HTML counts anew.
    ...textsOf(compiled, { ...scope }, reader),
    html: renderLiquid(compiled.html, scope, reader, 'html'),
  }));
  const tags = tagsOf(touchpoint, input.settings.store, input.judged);
  return { lane: input.lane, to: input.profile.email, ...parts, headers, tags };
}

/** Subject and plain text alone, for a channel that is no mail. @throws {@link MailNotRendered} */
export function renderTexts(input: MailInput): Texts {
  return rendered(input, (scope, reader) => textsOf(input.compiled, scope, reader));
}

interface Texts {
  readonly subject: string;
  readonly text: string;
}

function textsOf(compiled: CompiledTemplate, scope: object, reader: Reader): Texts {
  return {
    subject: asWritten(oneLine(renderLiquid(compiled.subject, scope, reader, 'text'), 150)),
    text: tidyText(renderLiquid(compiled.text, scope, reader, 'text')),
  };
}

function rendered<Result>(input: MailInput, render: (scope: object, reader: Reader) => Result): Result {
  const { touchpoint } = input;
  try {
    return render(scopeOf(input), { locale: input.locale, timeZone: input.timeZone, now: touchpoint.at });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new MailNotRendered(`Message ${touchpoint.template} in ${input.locale}: ${why}; mend the message.`);
  }
}

function scopeOf(input: MailInput): object {
  const { settings, links } = input;
  const name = customerName(input.profile, input.locale);
  const allowed = linkRule(settings, input.linkBaseUrl);
  return {
    ...(shown(withZone(input.event, settings.timeZone), allowed) as object),
    ...(shown(input.more ?? {}, allowed, 2000) as object),
    customer: { name, greetingName: greetingName(name, input.locale) },
    brand: brandStyle(settings.brand),
    sender: {
      legalName: settings.legalName,
      postalAddress: settings.postalAddress,
      inquiryContact: settings.inquiryContact,
    },
    links: { unsubscribe: '', ...links },
  };
}

/** A subject that mail programs show as it is written: what looks like an encoded word (RFC 2047) would be decoded. */
const asWritten = (subject: string): string => subject.replaceAll('=?', '= ?');

/** The event's fields as they may be shown: every string one line of a bounded length, and no link but an allowed one. */
function shown(value: unknown, allowed: LinkRule, max = 200): unknown {
  if (typeof value === 'string') return oneLine(value, max);
  if (Array.isArray(value)) return value.map((entry) => shown(entry, allowed, max));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) =>
    holdsLink(key) && typeof entry === 'string'
      ? [key, allowed(key, entry)]
      : [key, shown(entry, allowed, max)],
  );
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined));
}

/** With the zone of a booking's place, which few stores tell. */
function withZone(event: MailInput['event'], storeZone: string): object {
  const { booking } = event as { booking?: { startsAt?: unknown; timeZone?: unknown } };
  if (typeof booking?.startsAt !== 'string') return event;
  const timeZone = bookingZone(booking.startsAt, booking.timeZone, storeZone);
  return { ...event, booking: { ...booking, timeZone } };
}

/** No spaces at line ends, and at most one empty line at a time: loops and conditions leave such traces. */
function tidyText(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/**
 * RFC 8058: both List-Unsubscribe headers on marketing. RFC 3834: `auto-generated` on whatever a program sends, so
 * that no absence note comes back.
 */
function headersOf(input: MailInput): Record<string, string> {
  const headers = { 'Auto-Submitted': 'auto-generated' };
  if (input.touchpoint.kind !== 'marketing') return headers;
  const link = input.links.unsubscribe;
  if (!link) throw new MailNotRendered('A marketing mail needs an unsubscribe link: give links.unsubscribe.');
  // Mail services take at most 995 printable characters in a header's value.
  if (!/^https?:\/\/[\x21-\x3b\x3d\x3f-\x7e]{1,900}$/.test(link)) {
    throw new MailNotRendered('The unsubscribe link is a http(s) address of at most 900 ASCII characters.');
  }
  return {
    ...headers,
    'List-Unsubscribe': `<${link}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
