/** `diff`: what changed since a revision, for whom: journeys, timing and texts in words a marketer reads. */
import type { Command } from 'commander';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { loadLibrary, productRoot } from '../library.ts';
import { type Snapshot, snapshotAt, snapshotOf } from './library-at.ts';
import { type ScenarioChange, scenarioChanges } from './scenario-changes.ts';
import { type TextChange, textChanges } from './text-changes.ts';

export function addDiff(program: Command): void {
  program
    .command('diff [revision]')
    .description('what changed since a git revision (HEAD unless given): journeys, timing, texts')
    .action(
      acting(async ([revision = 'HEAD']) => {
        const now = snapshotOf(await loadLibrary(productRoot));
        return diffLibraries(revision, await snapshotAt(productRoot, revision), now);
      }),
    );
}

export function diffLibraries(revision: string, before: Snapshot, now: Snapshot): Report {
  const scenarios = scenarioChanges(before.scenarios, now.scenarios);
  const texts = textChanges(before.texts, now.texts);
  const none = scenarios.length + texts.length === 0;
  const lines = [
    none ? `Nothing has changed since ${revision}.` : `Since ${revision}:`,
    ...scenarios.flatMap(scenarioLines),
    ...texts.flatMap(textLines),
  ];
  return { lines, data: { since: revision, scenarios, texts } };
}

const signs = { added: '+', removed: '-', changed: '~' } as const;

function scenarioLines({ scenario, change, before, now, says }: ScenarioChange): string[] {
  const version =
    before !== undefined && now !== undefined && before !== now ? `${before} -> ${now}` : (now ?? before);
  const what = change === 'changed' ? '' : ` ${change}`;
  // Who is inside is known to a deployment alone.
  const inside = change === 'added' ? [] : [`    people inside version ${before}: unknown here`];
  return [
    `${signs[change]} scenario ${scenario}${what}, version ${version}`,
    ...says.map((line) => `    ${line}`),
    ...inside,
  ];
}

function textLines({ template, locale, change, lines }: TextChange): string[] {
  const what = change !== 'changed' ? ` ${change}` : lines.length === 0 ? ' changed in its layout alone' : '';
  return [`${signs[change]} text ${template}, ${locale}${what}`, ...lines.map((line) => `    ${line}`)];
}
