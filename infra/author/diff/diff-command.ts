/** `diff`: what changed since a revision, for whom: journeys, timing and texts in words a marketer reads, and who gets what. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { loadLibrary, productRoot } from '../library.ts';
import { atRevision, type Snapshot, snapshotIn, snapshotOf } from './library-at.ts';
import { type RehearsedWhom, reachOfSwitches, reachSince, type Switches } from './reach-diff.ts';
import { type ScenarioChange, scenarioChanges } from './scenario-changes.ts';
import { type TextChange, textChanges } from './text-changes.ts';

interface Options extends RehearsedWhom {
  /** False with `--no-reach`. */
  readonly reach: boolean;
  readonly switchOn?: readonly string[];
  readonly switchOff?: readonly string[];
}

export function addDiff(program: Command): void {
  program
    .command('diff [revision]')
    .description(
      'what changed since a git revision (HEAD unless given): journeys, timing, texts, and who gets what; or what a switch would change',
    )
    .option(
      '--switch-on <ids>',
      'what would change if these scenarios were live, such as sale,new-product',
      names,
    )
    .option('--switch-off <ids>', 'what would change without these', names)
    .option('--no-reach', 'rehearses nobody')
    .option('--variations <n>', 'of each rehearsed life, beside the life as it is written', few, 2)
    .option('--life <id>', 'rehearses one life alone')
    .action(acting<Options>(([revision], options) => diff(revision, options)));
}

const names = (text: string): readonly string[] => text.split(',').filter((name) => name !== '');

function few(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

async function diff(revision: string | undefined, options: Options): Promise<Report> {
  const now = snapshotOf(await loadLibrary(productRoot));
  const switches: Switches = { on: options.switchOn ?? [], off: options.switchOff ?? [] };
  const isSwitched = switches.on.length + switches.off.length > 0;
  if (revision === undefined && isSwitched) return reachOfSwitches(now, switches, options);
  const since = revision ?? 'HEAD';
  return atRevision(productRoot, since, async (folder) => {
    const before = await snapshotIn(folder);
    const told = diffLibraries(since, before, now);
    if (!options.reach) return told;
    const reach = await reachSince({ folder, before, now, switches }, options);
    return { lines: [...told.lines, '', ...reach.lines], data: { ...told.data, reach: reach.data } };
  });
}

interface Differences {
  readonly since: string;
  readonly scenarios: readonly ScenarioChange[];
  readonly texts: readonly TextChange[];
}

export function diffLibraries(
  revision: string,
  before: Snapshot,
  now: Snapshot,
): Report & { readonly data: Differences } {
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
