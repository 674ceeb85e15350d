/** Links of a message stand in fields whose name ends in "url": what those hold is checked before a mail goes. */
import { holdsLink } from '../../../shared/service/rendering/allowed-links.ts';
import type { Problem } from './problems.ts';
import { lineAt } from './sources.ts';
import type { SourceFile } from './text-files.ts';

/** Links made of other fields; a name without a dot is one that the text itself assigns. */
export function linkProblems(file: SourceFile): Problem[] {
  return [...file.text.matchAll(/\b(?:href|src)\s*=\s*["']\s*\{\{-?\s*([\w-]+(?:\.[\w-]+)+)/g)].flatMap(
    ({ 1: path = '', index }): Problem[] => {
      if (path.startsWith('links.') || holdsLink(path)) return [];
      const what = `makes a link of "${path}", which nobody checks: let the field's name end in "Url"`;
      return [{ file: file.path, line: lineAt(file.text, index), what }];
    },
  );
}
