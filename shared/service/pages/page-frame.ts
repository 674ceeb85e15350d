/** What every public page has in common: one small document, no script, nothing loaded from anywhere. */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Settings } from '../../settings/settings.ts';
import type { Locale } from '../rendering/choose-locale.ts';
import { pageStyle } from './page-style.ts';

export type PageSettings = Pick<
  Settings,
  'brand' | 'legalName' | 'postalAddress' | 'inquiryContact' | 'locale'
>;

/** Markup whose values are escaped. */
export type Markup = ReturnType<typeof html>;

/** A page before it is framed. */
export interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly content: Markup | readonly Markup[];
  /** 200 if left out. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the same page stands in the other language, as an address without host; none on pages that answer a POST. */
  readonly otherLanguage?: string | undefined;
}

export interface PageResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const words = {
  ja: { contact: 'お問い合わせ', other: 'English', otherTongue: 'en' },
  en: { contact: 'Contact', other: '日本語', otherTongue: 'ja' },
} as const;

/** The page lets nothing run, load or frame it; its forms may only go back to where they came from. */
function headersFor(style: string): Record<string, string> {
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'strict-transport-security': 'max-age=31536000',
  };
}

/** A whole page as an answer. */
export async function framed(page: Page, settings: PageSettings): Promise<PageResponse> {
  const { locale, title, content, status = 200, otherLanguage } = page;
  const { contact, other, otherTongue } = words[locale];
  const style = pageStyle(settings.brand);
  const change = otherLanguage
    ? html`<br><a href="${otherLanguage}" lang="${otherTongue}" hreflang="${otherTongue}">${other}</a>`
    : '';
  const document = await html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} | ${settings.brand.name}</title>
<style>${raw(style)}</style>
</head>
<body>
<header>${settings.brand.name}</header>
<main>
<h1>${title}</h1>
${content}
</main>
<footer>${settings.legalName}<br>${settings.postalAddress}<br>${contact}: ${settings.inquiryContact}${change}</footer>
</body>
</html>
`;
  const headers = { ...headersFor(style), 'content-language': locale, ...page.headers };
  return { statusCode: status, headers, body: document.toString() };
}

/** Plain paragraphs. */
export const paragraphs = (texts: readonly string[]): Markup[] => texts.map((text) => html`<p>${text}</p>`);
