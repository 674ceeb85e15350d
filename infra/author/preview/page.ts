/** The preview's one page: every message by scenario, and the chosen one in its widths, parts and colours. */
import type { Mail } from '../../../shared/core/record/mail.ts';
import { escapeHtml } from '../../terminal/escape-html.ts';
import { options, type PreviewChoice, previewAddressOf } from './choice.ts';
import { previewPageStyle } from './page-style.ts';

const link = (address: string, words: string, isCurrent: boolean) =>
  `<a href="${escapeHtml(address)}"${isCurrent ? ' aria-current="true"' : ''}>${escapeHtml(words)}</a>`;

function list(choice: PreviewChoice): string {
  const scenarios = Map.groupBy(options.template, (template) => template.split('/')[0] ?? '');
  const groups = [...scenarios].map(([scenario, templates]) => {
    const lines = templates.map((template) => {
      const name = template.split('/').slice(1).join('/');
      return `<li>${link(previewAddressOf('/', choice, { template }), name, template === choice.template)}</li>`;
    });
    return `<h2>${escapeHtml(scenario)}</h2><ul>${lines.join('')}</ul>`;
  });
  return `<nav aria-label="Messages"><h1>Messages</h1>${groups.join('')}</nav>`;
}

function switches(choice: PreviewChoice): string {
  const names = ['locale', 'part', 'width', 'scheme', 'sample', 'brand'] as const;
  const rows = names.map((name) => {
    const links = options[name].map((value) =>
      link(previewAddressOf('/', choice, { [name]: value }), value, value === choice[name]),
    );
    return `<div class="switch"><b>${name}</b> ${links.join('')}</div>`;
  });
  return `<div class="switches">${rows.join('')}</div>`;
}

function frames(choice: PreviewChoice): string {
  const widths = choice.width === 'all' ? options.width.slice(1) : [choice.width];
  const address = escapeHtml(previewAddressOf('/mail', choice));
  const figures = widths.map(
    (width) => `<figure><figcaption>${width} px</figcaption>
<iframe title="${width} px wide" src="${address}" width="${width}" sandbox="allow-popups"></iframe></figure>`,
  );
  return `<div class="frames">${figures.join('')}</div>`;
}

function headers(mail: Mail): string {
  const rows = { To: mail.to, Subject: mail.subject, Lane: mail.lane, ...mail.headers, ...mail.tags };
  const lines = Object.entries(rows).map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return `<dl>${lines.join('')}</dl>`;
}

function shown(choice: PreviewChoice, mail: Mail): string {
  const size = `${(Buffer.byteLength(mail.html) / 1024).toFixed(1)} KB of HTML`;
  const parts = {
    html: () => frames(choice),
    text: () => `<pre>${escapeHtml(mail.text)}</pre>`,
    headers: () => headers(mail),
  };
  return `<p class="subject">${escapeHtml(mail.subject)}</p>${parts[choice.part]()}<p>${size}</p>`;
}

/** The page as HTML; where the message could not be made, what to mend instead of it. */
export function previewPage(choice: PreviewChoice, made: Mail | Error): string {
  const content =
    made instanceof Error ? `<pre class="problem">${escapeHtml(made.message)}</pre>` : shown(choice, made);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(choice.template)} · preview</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${previewPageStyle}</style></head><body>
${list(choice)}<main>${switches(choice)}${content}</main></body></html>`;
}
