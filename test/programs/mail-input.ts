/** A mail to render, complete but for what a test is about. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { partsIn } from '../../infra/author/samples/sample-parts.ts';
import { outputName } from '../../infra/author/templates/output-name.ts';
import type { TemplateName } from '../../shared/core/language/register.ts';
import { pickFields } from '../../shared/core/values/pick-fields.ts';
import type { CompiledTemplate } from '../../shared/ports/templates.ts';
import type { Locale } from '../../shared/service/rendering/choose-locale.ts';
import type { MailInput } from '../../shared/service/rendering/render-mail.ts';
import { catalogue, shippedPlay } from '../support/shipped.ts';

const built = shippedPlay.compiled;

function compiledTemplate(template: TemplateName, locale: Locale): CompiledTemplate {
  return JSON.parse(readFileSync(join(built, outputName(template, locale)), 'utf8'));
}

export const unsubscribeLink = 'https://links.example.com/u/eyJrIjoiazEifQ.c2lnbmF0dXJl';

export const yenOrder = {
  id: 'o-1',
  currency: 'JPY',
  total: 6900,
  items: [
    { productId: 'p-1', name: '森のはちみつ', quantity: 2, unitPrice: 2700 },
    { productId: 'p-2', name: '手つみの野草茶', quantity: 1, unitPrice: 1500 },
  ],
};

const page = 'https://links.example.com/p/token';

/** What the message names beside the event, as full as it can be: coupon, cart, goods; of a series its first text. */
function moreFor(template: TemplateName, locale: Locale): Record<string, unknown> {
  const named = new Set(catalogue[template].variables.map((path) => path.split('.')[0]));
  const { products, ...parts } = partsIn(locale);
  const bare = products.map((product) => ({ ...product, imageUrl: undefined }));
  return Object.fromEntries(Object.entries({ ...parts, products: bare }).filter(([name]) => named.has(name)));
}

/** The input for a shipped message; the event has only the fields that the catalogue names for it. */
export function mailInput(
  template: TemplateName,
  locale: Locale,
  order: Readonly<Record<string, unknown>> = yenOrder,
): MailInput {
  const { kind, eventFields } = catalogue[template];
  return {
    compiled: compiledTemplate(template, locale),
    touchpoint: {
      id: 'a'.repeat(32),
      customer: 'c-1',
      enrolment: 'b'.repeat(20),
      scenario: template.split('/')[0] ?? '',
      version: 1,
      step: 'trouble',
      kind,
      template,
      state: 'sent',
      because: 'accepted',
      at: Temporal.Instant.from('2026-11-22T01:00:00Z'),
    },
    profile: { email: 'hana@example.com', name: 'Hana' },
    event: pickFields({ ...partsIn(locale), order }, eventFields),
    locale,
    timeZone: 'Asia/Tokyo',
    settings: {
      store: 'mori',
      brand: { name: '森の蔵（見本）', siteUrl: 'https://shop.example.com' },
      legalName: '株式会社 森の蔵（見本）',
      postalAddress: '〒100-0000 東京都千代田区見本 1-2-3',
      inquiryContact: 'support@shop.example.com',
      sender: 'hello@shop.example.com',
      timeZone: 'Asia/Tokyo',
      linkHosts: [],
    },
    linkBaseUrl: 'https://links.example.com',
    links:
      kind === 'marketing'
        ? { unsubscribe: unsubscribeLink, preferences: page, referral: page }
        : { booking: page, confirm: page },
    more: moreFor(template, locale),
    lane: kind,
  };
}

export const everyMessage = (Object.keys(catalogue) as TemplateName[]).flatMap((template) =>
  (['ja', 'en'] as const).map((locale) => [template, locale] as const),
);
