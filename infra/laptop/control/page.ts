/** The page at `/`: mailbox, clock and a sample order, so that a newcomer sees mail without a terminal. */
import { Temporal } from 'temporal-polyfill';
import type { Settings } from '../../../shared/settings/settings.ts';
import { escapeHtml } from '../../terminal/escape-html.ts';
import type { MailHead } from '../mail/mailbox.ts';
import { mailView } from './mail-view.ts';
import { mailboxPageStyle } from './page-style.ts';

export interface PageContent {
  readonly settings: Settings;
  readonly now_ms: number;
  /** How many there are. */
  readonly count: number;
  /** The newest {@link mostListed} of them, oldest first. */
  readonly mails: readonly MailHead[];
  readonly open: MailHead | undefined;
}

export const mostListed = 200;
const leaps = [
  ['PT1H', '+1 hour'],
  ['P1D', '+1 day'],
  ['P7D', '+7 days'],
  ['P70D', '+70 days'],
] as const;

function localTime(at_ms: number, timeZone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(at_ms).toZonedDateTimeISO(timeZone);
  return at.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

function clockSection({ now_ms, settings }: PageContent): string {
  const buttons = leaps.map(
    ([advance, words]) => `<button name="advance" value="${advance}">${words}</button>`,
  );
  const time = localTime(now_ms, settings.timeZone);
  return `<section><form class="clock" method="post" action="/_local/page/clock">
<time>${time} <span class="dim">${escapeHtml(settings.timeZone)}</span></time>${buttons.join('')}</form></section>`;
}

function field(name: string, words: string, value: string, type = 'text'): string {
  return `<label>${words}<input name="${name}" type="${type}" value="${value}" required maxlength="200"></label>`;
}

function orderSection(settings: Settings): string {
  const option = (locale: string) =>
    `<option${settings.locale === locale ? ' selected' : ''} value="${locale}">${locale}</option>`;
  return `<section><h2>Place a sample order</h2><form method="post" action="/_local/page/order"><div class="fields">
${field('customer', 'Customer id', 'c-1')}${field('email', 'E-mail', 'hana@example.com', 'email')}
${field('name', 'Name', 'Hana')}${field('product', 'Product', 'Serum')}
<label>Language<select name="locale">${option('ja')}${option('en')}</select></label></div>
<div class="check"><input id="marketing" name="marketing" type="checkbox" checked><label for="marketing">accepts marketing mail</label></div>
<button class="main">Put OrderPlaced on the bus</button></form></section>`;
}

function listSection({ mails, count, open, settings }: PageContent): string {
  const lines = mails.toReversed().map((mail) => {
    const view = mailView(mail);
    const current = mail.id === open?.id ? ' aria-current="true"' : '';
    return `<li><a href="/?mail=${encodeURIComponent(mail.id)}"${current}><strong>${escapeHtml(mail.subject)}</strong>
<span class="dim">${localTime(mail.at_ms, settings.timeZone)} · ${escapeHtml(view.to)} · ${escapeHtml(view.template ?? '')}</span></a></li>`;
  });
  const more = count > mails.length ? `, the newest ${mails.length} of them here` : '';
  const none = '<p class="dim">No mail yet. Place an order above, then let time pass.</p>';
  return `<section><h2>Mailbox <span class="dim">${count} mails${more}</span></h2>${
    lines.length > 0 ? `<ol>${lines.join('')}</ol>` : none
  }</section>`;
}

function mailSection(mail: MailHead): string {
  const view = mailView(mail);
  const rows = { To: view.to, From: mail.from, Scenario: view.scenario, Step: view.step, ...view.headers };
  const list = Object.entries(rows).map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value ?? '')}</dd>`,
  );
  const address = `/_local/mails/${encodeURIComponent(mail.id)}`;
  return `<section><h2>${escapeHtml(mail.subject)}</h2><dl>${list.join('')}</dl>
<p class="dim"><a href="${address}.html">open alone</a> · <a href="${address}.txt">plain text</a></p>
<iframe title="The mail" src="${address}.html" sandbox="allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe></section>`;
}

/** The whole page as HTML. */
export function pageHtml(content: PageContent): string {
  const { settings, open } = content;
  const brand = escapeHtml(settings.brand.name);
  const reading = open
    ? `<div class="reading">${listSection(content)}${mailSection(open)}</div>`
    : listSection(content);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mailbox · ${brand}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${mailboxPageStyle}</style></head><body>
<header><h1>${brand}</h1><span class="dim">Tsunagu on this machine: no mail leaves it.</span></header>
<main>${clockSection(content)}${orderSection(settings)}${reading}</main></body></html>`;
}
