/** Any message of the catalogue, ready to render as it is when sent: for the preview, the pictures and the checks. */
import { Temporal } from 'temporal-polyfill';
import type { TemplateName } from '../../../shared/core/language/register.ts';
import { pickFields } from '../../../shared/core/values/pick-fields.ts';
import type { MailInput } from '../../../shared/service/rendering/render-mail.ts';
import { catalogue } from '../../../shared/templates/catalogue.ts';
import type { TemplateEntry } from '../../../shared/templates/entry.ts';
import { type SampleName, sampleCase } from './sample-event.ts';

/** `wordmark`: a brand that sets nothing but its name. `logo`: one with a logo, a light colour and fonts of its own. */
export const brandNames = ['wordmark', 'logo'] as const;
export type BrandName = (typeof brandNames)[number];

export interface SampleChoice {
  readonly template: TemplateName;
  readonly locale: 'ja' | 'en';
  readonly sample: SampleName;
  readonly brand: BrandName;
}

const senders = {
  ja: {
    brand: { name: '森の蔵（見本）', siteUrl: 'https://shop.example.com' },
    legalName: '株式会社 森の蔵（見本）',
    postalAddress: '〒100-0000 東京都千代田区見本 1-2-3',
    inquiryContact: 'support@shop.example.com',
  },
  en: {
    brand: { name: 'Mori no Kura (example)', siteUrl: 'https://shop.example.com' },
    legalName: 'Mori no Kura K.K. (example)',
    postalAddress: '1-2-3 Example, Chiyoda-ku, Tokyo 100-0000, Japan',
    inquiryContact: 'support@shop.example.com',
  },
} as const;

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="176" height="40" viewBox="0 0 176 40">
<path d="M20 4 34 30H6Z" fill="#3c7a5a"/><rect x="17" y="30" width="6" height="7" fill="#7a5a3c"/>
<text x="44" y="27" font-family="Georgia, serif" font-size="19" fill="#2c2c28">Mori no Kura</text></svg>`;

const brandings = {
  wordmark: {},
  logo: {
    logoUrl: `data:image/svg+xml,${encodeURIComponent(drawing)}`,
    colour: '#e0a526',
    fonts: 'Noto Serif JP, serif',
  },
} as const;

/** The input that `renderMail` takes for a compiled message, with nothing in it that a real one would not have. */
export function sampleMail(compiled: MailInput['compiled'], choice: SampleChoice): MailInput {
  const { kind, eventFields, variables }: TemplateEntry = catalogue[choice.template];
  const { customer, event } = sampleCase(choice.sample, choice.locale);
  const sender = senders[choice.locale];
  return {
    compiled,
    touchpoint: {
      id: 'a'.repeat(32),
      customer: 'c-1',
      enrolment: 'b'.repeat(20),
      scenario: choice.template.split('/')[0] ?? '',
      version: 1,
      step: 'sample',
      kind,
      template: choice.template,
      state: 'sent',
      because: 'accepted',
      at: Temporal.Instant.from('2026-11-22T01:00:00Z'),
    },
    profile: { email: 'hana@example.com', ...customer },
    event: pickFields(event, eventFields),
    locale: choice.locale,
    timeZone: 'Asia/Tokyo',
    settings: { store: 'mori', ...sender, brand: { ...sender.brand, ...brandings[choice.brand] } },
    links: linksOf(kind),
    more: moreOf(event, variables, compiled.episodes),
    lane: kind,
  };
}

const page = 'https://links.example.com';
const linksOf = (kind: 'transactional' | 'marketing'): Record<string, string> =>
  kind === 'marketing'
    ? { unsubscribe: `${page}/u/sample`, preferences: `${page}/p/sample`, referral: `${page}/r/sample` }
    : { booking: `${page}/b/sample`, confirm: `${page}/c/sample` };

/** What a message names beside the event: coupon, cart, goods; of a series its first number. */
function moreOf(
  parts: Readonly<Record<string, unknown>>,
  variables: readonly string[],
  episodes: MailInput['compiled']['episodes'],
): Record<string, unknown> {
  const roots = new Set(variables.map((path) => path.split('.')[0] ?? ''));
  const more = Object.fromEntries(Object.entries(parts).filter(([name]) => roots.has(name)));
  const [episode] = episodes ?? [];
  return episode ? { ...more, series: { number: 1, of: episodes?.length }, episode } : more;
}
