/** The vocabulary as `docs/filters.md`. */
import type { Word } from './vocabulary.ts';

const groups: readonly (readonly [string, string])[] = [
  ['event.', 'Of the event that lets in, ends or is waited for'],
  ['customer.', 'Of the customer'],
  ['enrolment.', 'Of the enrolment itself'],
];

export function vocabularyPage(words: readonly Word[]): string {
  const parts = groups.map(([prefix, title]) => {
    const rows = words.filter(({ attribute }) => attribute.startsWith(prefix)).map(rowOf);
    return `## ${title}\n\n${head}\n${rows.join('\n')}\n`;
  });
  return `${intro}\n${parts.join('\n')}`;
}

const intro = `# What a filter may ask

Written by \`npm run scenario -- vocabulary --markdown docs/filters.md\`, and held by a test. フィルターで使える言葉の一覧です。

A filter compares one attribute, or joins others by \`all\`, \`any\`, \`not\`. A comparison says \`is\`, \`isNot\`, \`oneOf\` or \`exists\`; of a
number also \`atLeast\`, \`atMost\`, \`moreThan\`, \`lessThan\`; of a date \`daysAgoAtLeast\` and \`daysAgoLessThan\`. To compare with another attribute say
\`sameAs\` or, of a number, \`lessThanThe\`. On a list the answer is yes when any entry fits. \`check\` refuses a name that is not here, and a value that it can never have.
How it is used: [scenarios.md](scenarios.md#writing-one).
`;

const head = '| attribute | type | what it is | 意味 | as it is asked |\n|---|---|---|---|---|';

function rowOf({ attribute, type, values, en, ja, example, from }: Word): string {
  const kind = values === '' ? type : `${type}: ${values}`;
  return `| \`${attribute}\` | ${kind} | ${en} | ${ja} | \`${example}\`${from === undefined ? '' : ` (${from})`} |`;
}
