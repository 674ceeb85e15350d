/** `vocabulary`: what a filter may ask, with its meaning and an example of each. */
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { loadLibrary, newestOf, productRoot } from '../library.ts';
import { vocabularyOf, type Word } from './vocabulary.ts';
import { vocabularyPage } from './vocabulary-page.ts';

export function addVocabulary(program: Command): void {
  program
    .command('vocabulary [word]')
    .description(
      'what a filter may ask: each attribute whose name or meaning holds the word, with an example',
    )
    .option('--markdown <file>', 'writes all of it as a page, such as docs/filters.md')
    .action(
      acting<{ readonly markdown?: string }>(async ([word = ''], { markdown }) => {
        const { scenarios, segments = [] } = await loadLibrary(productRoot);
        return report(vocabularyOf(newestOf(scenarios), segments), word, markdown);
      }),
    );
}

function report(words: readonly Word[], word: string, markdown: string | undefined): Report {
  if (markdown !== undefined) {
    writeFileSync(markdown, vocabularyPage(words));
    return { lines: [`wrote ${markdown}`], data: { wrote: markdown } };
  }
  const asked = word.toLowerCase();
  const found = words.filter(({ attribute, en, ja }) =>
    [attribute, en, ja].some((text) => text.toLowerCase().includes(asked)),
  );
  const lines = found.flatMap(({ attribute, type, values, en, ja, example }) => [
    `${attribute} (${values === '' ? type : `${type}: ${values}`}): ${en} · ${ja}`,
    `    ${example}`,
  ]);
  return {
    lines:
      lines.length > 0
        ? lines
        : [`Nothing that a filter may ask is called "${word}": leave the word out to see all.`],
    data: found,
  };
}
