/** What our filters are given: Liquid passes over an argument too many, and shows a wrong text for one too few. */
import type { ownFilters } from './liquid-engine.ts';
import { liquidTag } from './liquid-tag.ts';
import type { Problem } from './problems.ts';
import { lineAt } from './sources.ts';
import type { SourceFile } from './text-files.ts';

interface Taken {
  readonly min: number;
  readonly max: number;
  readonly what: string;
}

const takes: Readonly<Record<(typeof ownFilters)[number], Taken>> = {
  money: { min: 1, max: 1, what: 'the currency, and nothing else' },
  date: { min: 0, max: 1, what: 'nothing, or one format such as "%Y"' },
  time: { min: 0, max: 0, what: 'nothing' },
  at_place: { min: 1, max: 1, what: 'the zone, and nothing else' },
};

const text = /"[^"]*"|'[^']*'/g;
const ownFilter = new RegExp(`\\|\\s*(${Object.keys(takes).join('|')})\\b(?![\\w-])\\s*(:[^|}%]*)?`, 'g');

/** Uses of our filters with arguments they do not take. */
export function filterProblems(file: SourceFile): Problem[] {
  return [...file.text.matchAll(liquidTag)].flatMap((tag) => {
    const bare = tag[0].replaceAll(text, (found) => '_'.repeat(found.length));
    return [...bare.matchAll(ownFilter)].flatMap((use): Problem[] => {
      const [, name = '', given] = use;
      const { min, max, what } = takes[name as keyof typeof takes];
      const count = given === undefined ? 0 : given.split(',').length;
      if (count >= min && count <= max) return [];
      const line = lineAt(file.text, tag.index + use.index);
      return [{ file: file.path, line, what: `gives "${name}" ${count} arguments, and it takes ${what}` }];
    });
  });
}
