/** Any message of the catalogue, ready to render as it is when sent: for the preview, the pictures and the checks. */
import { Temporal } from 'temporal-polyfill';
import type { TemplateName } from '../../../shared/core/language/register.ts';
import { pickFields } from '../../../shared/core/values/pick-fields.ts';
import type { MailInput } from '../../../shared/service/rendering/render-mail.ts';
import { type SampleName, sampleCase } from './sample-event.ts';
import { type ShownShop, thisShop } from './shown-shop.ts';

/** `wordmark`: a brand that sets nothing but its name. `logo`: one with a logo, a light colour and fonts of its own. */
export const brandNames = ['wordmark', 'logo'] as const;
type BrandName = (typeof brandNames)[number];

export interface SampleChoice {
  readonly template: TemplateName;
  readonly locale: 'ja' | 'en';
  readonly sample: SampleName;
  readonly brand: BrandName;
}

/** The input that `renderMail` takes for a compiled message, with nothing in it that a real one would not have. */
export function sampleMail(
  compiled: MailInput['compiled'],
  choice: SampleChoice,
  { catalogue, facts }: ShownShop = thisShop,
): MailInput {
  const { kind, eventFields, variables } = declared(catalogue, choice.template);
  const { customer, event } = sampleCase(choice.sample, choice.locale, facts);
  const sender = facts.sender[choice.locale];
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
    settings: {
      store: 'mori',
      ...sender,
      sender: 'hello@shop.example.com',
      timeZone: 'Asia/Tokyo',
      linkHosts: [],
      brand: { ...sender.brand, ...(choice.brand === 'logo' && facts.look) },
    },
    linkBaseUrl: page,
    links: linksOf(kind),
    more: moreOf(event, variables, compiled.episodes),
    lane: kind,
  };
}

function declared(catalogue: ShownShop['catalogue'], template: string) {
  const entry = catalogue[template];
  if (!entry) throw new Error(`No program declares "${template}".`);
  return entry;
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
