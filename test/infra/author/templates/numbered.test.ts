import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entry, folder, inTrialFolder, message, problems, put, run } from './trial-folder.ts';

inTrialFolder();

const variables = [...entry.variables, 'series.number', 'series.of', 'episode.title', 'episode.paragraphs'];
const course = (numbered: number) => ({
  'story/hello': entry,
  'story/course': { kind: 'marketing', eventFields: [], variables, numbered } as const,
});
const head =
  '<mj-title>{{ series.number }}/{{ series.of }} {{ episode.title }}</mj-title><mj-preview>Peek</mj-preview>';
const body = '<mj-text>{% for line in episode.paragraphs %}{{ line }}{% endfor %}</mj-text>';
const texts = (count: number) =>
  JSON.stringify(
    Array.from({ length: count }, (_, i) => ({ title: `Day ${i + 1}`, paragraphs: ['Begin.'] })),
  );

test('a numbered message carries the text of each number into what is sent', async () => {
  put('story/course.ja.mjml', message({ head, body }));
  put('story/course.ja.json', texts(3));
  await run(course(3));
  const compiled = JSON.parse(readFileSync(join(folder, 'to', 'story__course.ja.json'), 'utf8'));
  expect(compiled.episodes).toHaveLength(3);
  expect(compiled.episodes[2]).toEqual({ title: 'Day 3', paragraphs: ['Begin.'] });
  expect(compiled.subject).toContain('episode.title');
});

const faults: [what: string, json: string | undefined, body: string, expected: RegExp][] = [
  ['no texts at all', undefined, body, /story\/course\.ja\.json: is not there: write the 3 texts/],
  ['too few texts', texts(2), body, /has 2 texts and messages\.ts says numbered: 3/],
  ['no JSON', '[', body, /is no JSON/],
  ['no list', '{}', body, /is no list/],
  [
    'a text without a title',
    texts(2)
      .replace(']', ',{"paragraphs":["x"]}]')
      .replace(/\]\}\]$/, ']}]'),
    body,
    /title/,
  ],
  [
    'a variable in a text',
    texts(3).replace('Begin.', '{{ customer.name }}'),
    body,
    /number 1: .*shown as it stands/,
  ],
  [
    'a message that shows no text',
    texts(3),
    '<mj-text>x</mj-text>',
    /never shows \{\{ episode\.paragraphs \}\}/,
  ],
];

test.each(faults)('%s is refused in a series', async (_, json, inside, expected) => {
  put('story/course.ja.mjml', message({ head, body: inside }));
  if (json !== undefined) put('story/course.ja.json', json);
  expect((await problems(course(3))).join('\n')).toMatch(expected);
});

test('texts that no message declares are refused', async () => {
  put('story/old.ja.json', texts(1));
  expect((await problems()).join('\n')).toMatch(/story\/old\.ja\.json: is declared by nobody/);
});

test('a single message cannot show a number', async () => {
  put('story/course.ja.mjml', message({ head, body }));
  const { numbered: _, ...single } = course(1)['story/course'];
  const found = await problems({ 'story/hello': entry, 'story/course': single });
  expect(found.join('\n')).toMatch(/shows \{\{ series\.number \}\} and is no series/);
});
