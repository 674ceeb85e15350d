import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deadLetterQueues } from '../../../infra/operator/dead-letters/dead-letter-queues.ts';
import { namesOf } from '../../../infra/stack/names.ts';
import { exampleTemplate } from '../stack/example-stack.ts';

const root = join(import.meta.dirname, '../../..');
const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8');

/** The anchor GitHub gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');

const sections = runbook.split(/^## /m);
const entries = (sections.find((section) => section.startsWith('Alarms')) ?? '')
  .split(/^### /m)
  .slice(1)
  .map((entry) => ({ anchor: anchorOf(entry.split('\n', 1)[0] ?? ''), text: entry }));
const descriptions = Object.values(
  exampleTemplate({ silenceHours: 24 }).findResources('AWS::CloudWatch::Alarm'),
).map(({ Properties }): string => Properties.AlarmDescription);

test('every alarm leads to its entry in the runbook, and every entry has an alarm', () => {
  const led = descriptions.map((description) => / docs\/runbook\.md#([a-z0-9-]+)$/.exec(description)?.[1]);
  expect([...new Set(led)].sort()).toEqual(entries.map(({ anchor }) => anchor).sort());
});

test.each(entries)('the entry $anchor says what it means, where to look first and what to do', ({ text }) => {
  const at = ['**Means.**', '**First look.**', '**Cure.**'].map((word) => text.indexOf(word));
  expect(at).not.toContain(-1);
  expect(at).toEqual([...at].sort((a, b) => a - b));
});

test('every link inside the runbook leads somewhere', () => {
  const anchors = [...runbook.matchAll(/^#{1,3} (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));
  expect(new Set(anchors).size).toBe(anchors.length);
  for (const [, link] of runbook.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(link);
});

test('the commands of the runbook name dead-letter queues that there are', () => {
  const known = deadLetterQueues(namesOf({ store: 'a', stage: 'a', busName: 'a' })).map(({ name }) => name);
  const used = [...runbook.matchAll(/ops dlq (?:show|redrive|drop) ([a-z]+)/g)].map(([, name]) => name);
  expect(new Set(used)).toEqual(new Set(known));
});

test('the runbook looks for words that the logs hold', () => {
  const sources = ['functions', 'shared/service'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
  const words = [...runbook.matchAll(/message = "([^"]+?)\*?"/g)].map(([, word]) => word);
  expect(words.length).toBeGreaterThan(5);
  for (const word of words) {
    const said = new RegExp(`(?:log\\.(?:info|warn|error)\\(|write\\('(?:INFO|WARN|ERROR)',)\\s*'${word}`);
    expect(
      sources.some((source) => said.test(source)),
      word,
    ).toBe(true);
  }
});

test('the pages for a bad night are there', () => {
  const pages = sections.slice(1).map((section) => section.split('\n', 1)[0]);
  expect(pages).toEqual([
    'Alarms',
    'Nothing goes out',
    'Everything goes out twice? How to tell',
    'SES has paused us',
    'A deploy went wrong: rollback',
    'A scenario goes wrong',
    'A sale, a segment or a date reached nobody',
    'Scheduler is down',
    'All timers are lost',
    'Replay',
    'Somebody asks to be erased',
    'Point-in-time restore',
  ]);
});
