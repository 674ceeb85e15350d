/** What must hold of every mail, whatever the store was told: nothing of it acts as header, template or markup. */
import { mailbox } from '../../shared/aws/mailbox.ts';
import type { Mail } from '../../shared/core/record/mail.ts';
import { renderMail } from '../../shared/service/rendering/render-mail.ts';
import { everyMessage, mailInput, yenOrder } from '../programs/mail-input.ts';
import { mustBeAddressSafe, mustBeHeaderSafe } from './guards.ts';
import { must } from './target.ts';

/** The tags of a document, their values left out. */
function tagsOf(html: string): string[] {
  const tags = html.match(/<!--(?=<)|<[^<>]*>/g) ?? [];
  must(tags.length === html.split('<').length - 1, 'a "<" begins no tag');
  return tags.map((tag) => tag.replaceAll(/"[^"]*"/g, '""'));
}

const manyItems = Array.from({ length: 31 }, () => yenOrder.items[0]);
const orders = [yenOrder, { id: 'o-1', items: manyItems }, { id: 'o-1' }];
const brandings = [{}, { logoUrl: 'https://shop.example.com/logo.png' }];

/** Every tag that our own messages write. */
const ownTags = new Set(
  everyMessage.flatMap(([template, locale]) =>
    orders.flatMap((order) =>
      brandings.flatMap((branding) => {
        const input = mailInput(template, locale, order);
        const brand = { ...input.settings.brand, ...branding };
        return tagsOf(renderMail({ ...input, settings: { ...input.settings, brand } }).html);
      }),
    ),
  ),
);

const controls = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

/** Throws `Fault`. `ownWords`: the store's own settings, which alone may bring control characters into a body. */
export function mustBeSafeMail(mail: Mail, { ownWords = false } = {}): void {
  mustBeHeaderSafe(mail.subject, 'the subject');
  mustBeAddressSafe(mail.to, 'To');
  must(/^[^\s,;<>"]+@[^\s,;<>"@]+$/.test(mail.to), `To is more than one plain address: ${mail.to}`);
  for (const [name, value] of Object.entries(mail.headers)) {
    must(/^[A-Za-z-]+$/.test(name) && /^[\x20-\x7e]{1,995}$/.test(value), `the header ${name} is malformed`);
  }
  for (const [name, value] of Object.entries(mail.tags)) {
    must(
      /^[A-Za-z0-9_-]{1,256}$/.test(`${name}`) && /^[A-Za-z0-9_-]{1,256}$/.test(value),
      `the tag ${name} is malformed`,
    );
  }
  const strange = tagsOf(mail.html).find((tag) => !ownTags.has(tag));
  must(strange === undefined, `markup that is not ours: ${strange}`);
  for (const [, link = ''] of mail.html.matchAll(/\b(?:href|src|action)="([^"]*)"/g)) {
    must(/^https?:\/\//.test(link), `a link leads to ${link}`);
  }
  for (const part of [mail.subject, mail.html, mail.text]) {
    must(!part.includes('INJECTED'), 'a template inside of data was carried out');
    if (!ownWords) must(!controls.test(part.replaceAll('\n', '')), 'a body holds a character nobody sees');
  }
}

const quoted = /^"(?:[^"\\]|\\.)*"$/;
const encoded = /^=\?UTF-8\?B\?[A-Za-z0-9+/]+=*\?=(?: =\?UTF-8\?B\?[A-Za-z0-9+/]+=*\?=)*$/;

/** The From header of these settings: one name, quoted or encoded as a whole, and one address. */
export function mustBeSafeSender(name: string, address: string): void {
  const header = mailbox(name, address);
  must(/^[\x20-\x7e]+$/.test(header), `From holds more than plain characters: ${JSON.stringify(header)}`);
  if (header === address) return;
  must(header.endsWith(` <${address}>`), 'From ends with another address');
  const shown = header.slice(0, -` <${address}>`.length);
  must(quoted.test(shown) || encoded.test(shown), `the name in From is not closed: ${header}`);
}
