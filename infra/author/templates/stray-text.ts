/** Finds text between MJML's components, which MJML drops without a word: a condition there would hold for nothing. */
import type { Problem } from './problems.ts';
import { lineAt } from './sources.ts';
import type { SourceFile } from './text-files.ts';

/** The components that hold text or HTML of their own. */
const holders =
  'mj-(?:accordion-text|accordion-title|button|navbar-link|preview|raw|social-element|style|table|text|title)';

export function strayText(file: SourceFile): Problem[] {
  const rest = [
    /<!--[\s\S]*?-->/g,
    new RegExp(`<(${holders})(?:\\s[^>]*)?(?<!/)>[\\s\\S]*?</\\1>`, 'g'),
    /<[^>]*>/g,
  ].reduce((text, known) => text.replaceAll(known, blanked), file.text);
  return [...rest.matchAll(/\S(?:[^\n]*\S)?/g)].map((found) => ({
    file: file.path,
    line: lineAt(rest, found.index),
    what: `MJML drops "${found[0].replaceAll(/\s+/g, ' ').slice(0, 60)}" here: put it into <mj-raw> or <mj-text>`,
  }));
}

/** Spaces instead, so that what is left stays on its line. */
const blanked = (text: string): string => text.replaceAll(/[^\n]/g, ' ');
