/** Which messages read differently, by message and locale: the lines a reader would see, and nothing of the layout. */
import { diffLines } from 'diff';
import type { Snapshot } from './library-at.ts';

export interface TextChange {
  readonly template: string;
  readonly locale: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** `- old` and `+ new`, in the order of the message. Empty where only its layout changed. */
  readonly lines: readonly string[];
}

export function textChanges(before: Snapshot['texts'], now: Snapshot['texts']): TextChange[] {
  const templates = [...new Set([...before.keys(), ...now.keys()])].sort();
  return templates.flatMap((template) => {
    const [were, are] = [before.get(template), now.get(template)];
    const locales = [...new Set([...(were?.keys() ?? []), ...(are?.keys() ?? [])])];
    return locales.flatMap((locale) => changeOf(template, locale, were?.get(locale), are?.get(locale)));
  });
}

function changeOf(
  template: string,
  locale: string,
  was: string | undefined,
  is: string | undefined,
): TextChange[] {
  if (was === is) return [];
  if (was === undefined) return [{ template, locale, change: 'added', lines: [] }];
  if (is === undefined) return [{ template, locale, change: 'removed', lines: [] }];
  const lines = diffLines(readableText(was), readableText(is)).flatMap(({ added, removed, value }) =>
    added || removed
      ? value
          .trimEnd()
          .split('\n')
          .map((line) => `${added ? '+' : '-'} ${line}`)
      : [],
  );
  return [{ template, locale, change: 'changed', lines }];
}

/** Subject, preheader and paragraphs, one a line, and where links and buttons lead. */
export function readableText(mjml: string): string {
  const text = mjml
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<mj-(?:style|attributes)>[\s\S]*?<\/mj-(?:style|attributes)>/g, '')
    .replaceAll(/<mj-title>\s*/g, 'subject: ')
    .replaceAll(/<mj-preview>\s*/g, 'preheader: ')
    .replaceAll(/<[^>]*\shref="([^"]*)"[^>]*>/g, '[$1] ')
    .replaceAll(/<br\s*\/?>/g, '\n')
    .replaceAll(/<[^>]*>/g, '');
  const lines = text.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim());
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}
