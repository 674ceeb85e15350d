/** The public pages: one small document each, no script, nothing loaded from anywhere. */
import { createHash } from 'node:crypto';
import type { Settings } from '../settings.ts';
import { Html, html } from './pages-html.ts';
import { type PageName, words } from './pages-words.ts';

export type PageSettings = Pick<
  Settings,
  'brand' | 'legalName' | 'postalAddress' | 'inquiryContact' | 'locale'
>;

const style = `
:root { color-scheme: light dark; --ground: #f3f1ec; --paper: #fff; --ink: #2c2c28; --faint: #66635a; --leaf: #2f5d50; --on-leaf: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #161714; --paper: #222420; --ink: #ecebe5; --faint: #b3b0a6; --leaf: #a9d5c6; --on-leaf: #161714; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
  font: 16px/1.8 -apple-system, BlinkMacSystemFont, 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic', Meiryo, 'Segoe UI', sans-serif; }
main, header, footer { max-width: 34rem; margin: 0 auto; padding: 0 24px; }
header { padding-top: 40px; padding-bottom: 16px; color: var(--leaf); font-weight: 700; text-align: center; }
main { background: var(--paper); border-top: 4px solid var(--leaf); padding-top: 28px; padding-bottom: 28px; }
h1 { margin: 0 0 16px; font-size: 1.375rem; line-height: 1.5; word-break: auto-phrase; text-wrap: balance; }
p { margin: 0 0 16px; }
button { display: block; width: 100%; min-height: 52px; margin: 8px 0 0; padding: 12px 24px; border: 0; border-radius: 6px;
  background: var(--leaf); color: var(--on-leaf); font: inherit; font-weight: 700; cursor: pointer; }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
footer { padding-top: 20px; padding-bottom: 40px; color: var(--faint); font-size: 0.8125rem; line-height: 1.7; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** The page lets nothing run, load or frame it; its one form may only go back to where it came from. */
const headers: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'strict-transport-security': 'max-age=31536000',
};

export interface PageResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A whole page as an answer. `ask` has a form that posts to the page's own address. */
export function page(
  name: PageName,
  statusCode: number,
  settings: PageSettings,
  locale: 'ja' | 'en',
  more: Readonly<Record<string, string>> = {},
): PageResponse {
  const { [name]: text, contact } = words[locale];
  const form = text.button
    ? html`<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button type="submit">${text.button}</button></form>`
    : '';
  const document = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text.title} | ${settings.brand.name}</title>
<style>${new Html(style)}</style>
</head>
<body>
<header>${settings.brand.name}</header>
<main>
<h1>${text.title}</h1>
${joined(text.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`))}
${form}
</main>
<footer>${settings.legalName}<br>${settings.postalAddress}<br>${contact}: ${settings.inquiryContact}</footer>
</body>
</html>
`;
  return { statusCode, headers: { ...headers, 'content-language': locale, ...more }, body: document.text };
}

function joined(parts: readonly Html[]): Html {
  return new Html(parts.map((part) => part.text).join('\n'));
}
