/** Makes one mail from a compiled message, a customer and the event fields her enrolment kept. */
import type { Profile } from '../../core/record/customer.ts';
import type { Mail } from '../../core/record/mail.ts';
import type { Touchpoint } from '../../core/record/touchpoint.ts';
import type { Lane } from '../../core/values/lane.ts';
import type { CompiledTemplate } from '../../ports/templates.ts';
import type { Settings } from '../../settings/settings.ts';
import { brandStyle } from './brand-style.ts';
import type { Locale } from './choose-locale.ts';
import { renderLiquid } from './render-liquid.ts';

export interface MailInput {
  readonly compiled: CompiledTemplate;
  readonly touchpoint: Touchpoint;
  readonly profile: Profile;
  /** The event fields of the enrolment, nested as on the wire. */
  readonly event: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  /** IANA name of the customer's zone, for dates. */
  readonly timeZone: string;
  readonly settings: Pick<Settings, 'store' | 'brand' | 'legalName' | 'postalAddress' | 'inquiryContact'>;
  /** `unsubscribe` is a https address; every marketing mail needs it. */
  readonly links: Readonly<Record<string, string>>;
  /** What else its texts may name: coupon, cart, products, survey, episode. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly lane: Lane;
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
  const texts = renderTexts(input);
  const html = rendered(input, (scope, globals) => renderLiquid(compiled.html, scope, globals, 'html'));
  const tags = tagsOf(touchpoint, input.settings.store);
  return { lane: input.lane, to: input.profile.email, ...texts, html, headers, tags };
}

/** Subject and plain text alone, for a channel that is no mail. @throws {@link MailNotRendered} */
export function renderTexts(input: MailInput): { readonly subject: string; readonly text: string } {
  const { compiled } = input;
  return rendered(input, (scope, globals) => ({
    subject: asWritten(oneLine(renderLiquid(compiled.subject, scope, globals, 'text'), 150)),
    text: tidyText(renderLiquid(compiled.text, scope, globals, 'text')),
  }));
}

function rendered<Result>(
  input: MailInput,
  render: (scope: object, globals: { locale: Locale; timeZone: string }) => Result,
): Result {
  const { touchpoint } = input;
  try {
    return render(scopeOf(input), { locale: input.locale, timeZone: input.timeZone });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new MailNotRendered(`Message ${touchpoint.template} in ${input.locale}: ${why}; mend the message.`);
  }
}

function scopeOf(input: MailInput): object {
  const { settings, links } = input;
  const name = nameOf(input.profile, input.locale);
  return {
    ...(shown(input.event) as object),
    ...(shown(input.more ?? {}, 2000) as object),
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

/** Her name in the order of her language; empty where none is known, or where it is an advertisement of its own. */
function nameOf(profile: Profile, locale: Locale): string {
  const parts =
    locale === 'ja' ? [profile.familyName, profile.givenName] : [profile.givenName, profile.familyName];
  const name = oneLine(profile.name?.trim() || parts.filter(Boolean).join(' '), 60);
  return looksLikeAddress.test(name) ? '' : name;
}

/** What a mail program may make a link of: a scheme, or a dot with letters close on both sides, full-width ones too. */
const looksLikeAddress = /:\/\/|\bwww\.|[\p{L}\d-][.．。｡][\p{L}\d-]{2,}/iu;

function greetingName(name: string, locale: Locale): string {
  if (locale === 'ja') return name ? `${name} 様` : 'お客様';
  return name || 'there';
}

/** Control characters, line and paragraph separators, and marks that turn the direction of what follows. */
const unseen = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu;

/** Made when a line is too long: it takes milliseconds to make, and most mails have no such line. */
let characters: Intl.Segmenter | undefined;

/** A single line of at most `max` characters as a reader counts them; nothing in it can begin another header. */
function oneLine(text: string, max: number): string {
  const line = text.toWellFormed().replaceAll(unseen, ' ').replaceAll(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  characters ??= new Intl.Segmenter();
  const parts = [...characters.segment(line.slice(0, max * 4))].map((part) => part.segment);
  const kept = parts.slice(0, max).join('').toWellFormed();
  return kept === line ? line : `${kept.trimEnd()}…`;
}

/** A subject that mail programs show as it is written: what looks like an encoded word (RFC 2047) would be decoded. */
const asWritten = (subject: string): string => subject.replaceAll('=?', '= ?');

/** The event's fields as they may be shown: every string one line of a bounded length. */
function shown(value: unknown, max = 200): unknown {
  if (typeof value === 'string') return oneLine(value, max);
  if (Array.isArray(value)) return value.map((entry) => shown(entry, max));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, isLink(key, entry) ? entry : shown(entry, max)]),
  );
}

/** An address in a field of that name stays whole: cut short it would lead astray. */
function isLink(key: string, value: unknown): boolean {
  return /url$/i.test(key) && typeof value === 'string' && /^https?:\/\/[\x21-\x7e]{1,2000}$/.test(value);
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

/** How the mail service's events name the touchpoint: ids only. A value it would refuse (256 at most) is left out. */
function tagsOf(touchpoint: Touchpoint, store: string): Record<string, string> {
  const tags = {
    store,
    customer: Buffer.from(touchpoint.customer, 'utf8').toString('base64url'),
    touchpoint: touchpoint.id,
    enrolment: touchpoint.enrolment,
    scenario: touchpoint.scenario,
    version: String(touchpoint.version),
    step: touchpoint.step,
    kind: touchpoint.kind,
    template: touchpoint.template.replaceAll('/', '__'),
  };
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => /^[A-Za-z0-9_-]{1,256}$/.test(value)));
}
