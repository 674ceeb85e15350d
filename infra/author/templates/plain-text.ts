/** Makes the plain-text part from the HTML part, with the Liquid tags kept whole. */
import { compile, type FormatCallback } from 'html-to-text';
import { liquidTag } from './liquid-tag.ts';

/** One row of a list of items: its cells side by side. */
const row: FormatCallback = (element, walk, builder, options) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  if (options.prefix) builder.addLiteral(options.prefix);
  const cells = element.children?.filter((child) => child.name === 'td') ?? [];
  cells.forEach((cell, index) => {
    if (index > 0) builder.addLiteral('  ');
    walk(cell.children ?? [], builder);
  });
  builder.closeBlock({ trailingLineBreaks: 1 });
};

/** Stands where an address ends, while the text is made. */
const linkEnd = '\uE002';

/** `text: address` */
const link: FormatCallback = (element, walk, builder) => {
  walk(element.children ?? [], builder);
  const href: string | undefined = element.attribs?.href;
  if (href) builder.addInline(`: ${href.replace(/^mailto:/, '')}${linkEnd}`, { noWordTransform: true });
};

/** A picture is what is read out instead of it. */
const picture: FormatCallback = (element, _walk, builder) => {
  const words: string | undefined = element.attribs?.alt;
  if (words) builder.addInline(words, { noWordTransform: true });
};

const paragraph = { leadingLineBreaks: 2, trailingLineBreaks: 2 };

const convert = compile({
  wordwrap: false,
  formatters: { row, link, picture },
  selectors: [
    { selector: 'div[style^="display:none"]', format: 'skip' },
    { selector: 'a', format: 'link' },
    { selector: 'td > div', format: 'block', options: paragraph },
    { selector: 'h1', format: 'block', options: paragraph },
    { selector: 'h2', format: 'block', options: paragraph },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'tr.line', format: 'row', options: { prefix: '- ' } },
    { selector: 'tr.sum', format: 'row' },
    { selector: 'img', format: 'picture' },
  ],
});

const leadingBlocks = /^[ \t]*((?:\{%(?:(?!%\}).)*%\}[ \t]*)+)(\n?)/gm;

/** What the tags `\uE000…\uE001` hold that are an address, standing alone in the text. */
const isAddress = /^\{\{-?\s*(?:links\.\w+|[\w.]*url)\s*(?:\|[^}]*)?\}\}$/i;

/**
 * A mail program takes for the address all that follows it up to a blank, "。" and letters of any script among it: so a
 * blank or the end of the line follows. Not within an address that the text goes on with ("{{ brand.siteUrl }}/cart").
 */
function apartFromLinks(text: string, tags: readonly string[]): string {
  return text
    .replaceAll(/\uE000(\d+)\uE001(?!\uE002|[\s/?#&=]|$)/g, (tag, index) =>
      isAddress.test(tags[Number(index)] ?? '') ? `${tag}${linkEnd}` : tag,
    )
    .replaceAll(/\uE002(?=\S)/g, ' ')
    .replaceAll(linkEnd, '');
}

/** The text part of an HTML source. A line that holds nothing but block tags leaves no empty line behind. */
export function plainText(html: string): string {
  const tags: string[] = [];
  const marked = html
    .replace(liquidTag, (tag) => `\uE000${tags.push(tag) - 1}\uE001`)
    .replaceAll(/(<a\s[^>]*>)\s+/g, '$1')
    .replaceAll(/\s+<\/a>/g, '</a>');
  const text = apartFromLinks(convert(marked), tags)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return text
    .replaceAll(/\uE000(\d+)\uE001/g, (_, index) => tags[Number(index)] ?? '')
    .replaceAll(leadingBlocks, (_, blocks: string) => blocks.replaceAll(/%\}[ \t]+/g, '%}'));
}
