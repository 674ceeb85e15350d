/** Reach in a page of documentation: between two marks of the population's name. */

import { percent } from '../../terminal/percent.ts';
import type { MessageReach } from './reach-sums.ts';
import { span } from './reach-words.ts';
import type { RehearsedPopulation } from './rehearsed.ts';

const mark = (population: string) => `<!-- ${population} -->`;

/** The page with the section of the population written anew. Throws `RangeError` where its marks are missing. */
export function withReach(page: string, population: string, rehearsed: RehearsedPopulation): string {
  const parts = page.split(mark(population));
  const [before, , after] = parts;
  if (parts.length !== 3 || before === undefined || after === undefined)
    throw new RangeError(`The page has no two marks ${mark(population)}: put them where the table belongs.`);
  return [before, `\n${reachMarkdown(rehearsed)}\n`, after].join(mark(population));
}

/** Worst first; what nobody should get in a line below. */
function reachMarkdown({ customers, should, got, reach }: RehearsedPopulation): string {
  const asked = reach.filter((one) => one.should > 0).toSorted((a, b) => a.got / a.should - b.got / b.should);
  const never = [...new Set(reach.filter((one) => one.should === 0).map(({ template }) => template))];
  return [
    `${customers} customers should get ${should} messages and got ${got} of them, ${percent(got, should)}.`,
    '',
    '| message | scenario | should | got | reach | later, worst | lost by | what went instead |',
    '|---|---|--:|--:|--:|--:|---|---|',
    ...asked.map(row),
    '',
    `Nobody here should ever get: ${never.join(', ') || 'none'}.`,
  ].join('\n');
}

function row({ template, scenario, should, got, later_h, lost, by }: MessageReach): string {
  const later = later_h && later_h.worst > 0 ? `${span(later_h.median)}, ${span(later_h.worst)}` : '';
  const named = (all: readonly (readonly [string, number])[]) =>
    all
      .slice(0, 3)
      .map(([word, count]) => `${word} ${count}`)
      .join(', ');
  const cells = [template, scenario, should, got, percent(got, should), later, named(lost), named(by)];
  return `| ${cells.join(' | ')} |`;
}
