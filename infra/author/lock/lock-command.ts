/** `lock`: freezes the structure of every registered version, because people enter it from now on. */
import type { Command } from 'commander';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { ofScenario } from '../check/check-library.ts';
import { findingLine } from '../check/finding.ts';
import { settingsOf } from '../checkout-settings.ts';
import { type Library, loadLibrary, productRoot, type Shelf } from '../library.ts';
import { type Released, writeLock } from './lock-file.ts';
import { type Locks, lockFindings, readLocks, releasedNames, scenariosOn } from './lock-findings.ts';
import { structureHash } from './structure.ts';

export function addLock(program: Command): void {
  program
    .command('lock')
    .description('freezes the versions of every program in released.json; a frozen one is never overwritten')
    .option('--retire <versions...>', 'forgets versions, such as welcome@1, that are no longer registered')
    .action(
      acting<{ retire?: readonly string[] }>(async (_, { retire }) =>
        lock(await loadLibrary(productRoot), retire),
      ),
    );
}

/** Throws {@link OperatorRefusal}, and writes nothing, when a scenario is wrong or a released one has changed. */
function lock(library: Library, retire: readonly string[] = []): Report {
  const before = readLocks(library);
  const released = retire.reduce((locks, name) => without(library, locks, name), before);
  const settings = settingsOf(library.root);
  const faults = [
    ...library.scenarios.flatMap((scenario) => ofScenario(library, scenario, settings).faults),
    ...lockFindings(library, released).faults,
  ];
  if (faults.length > 0)
    throw new OperatorRefusal(`Nothing is locked:\n${faults.map(findingLine).join('\n')}`);
  const shelves = library.shelves.map((shelf) => lockShelf(shelf, released.get(shelf.lockedIn) ?? {}));
  const written = shelves.filter(({ after }) => Object.keys(after).length > 0);
  for (const { file, after } of written) writeLock(library.root, file, after);
  const added = shelves.flatMap((shelf) => shelf.added);
  const lines = [
    ...added.map((name) => `locked   ${name}`),
    ...retire.map((name) => `retired  ${name}`),
    ...written.map(({ file, after }) => `${file} holds ${releasedNames(after).length} released versions`),
  ];
  const all = Object.assign({}, ...shelves.map(({ after }) => after));
  return { lines, data: { added, retired: retire, released: all } };
}

/** The lock of one owner’s programs, with the versions that are new in it. */
function lockShelf(shelf: Shelf, released: Released) {
  const after: Record<string, Record<string, string>> = structuredClone(released);
  const added: string[] = [];
  for (const scenario of scenariosOn(shelf)) {
    const versions = after[scenario.id] ?? {};
    after[scenario.id] = versions;
    if (versions[scenario.version] !== undefined) continue;
    versions[scenario.version] = structureHash(scenario);
    added.push(`${scenario.id}@${scenario.version}`);
  }
  return { file: shelf.lockedIn, after, added };
}

function without({ shelves }: Library, locks: Locks, name: string): Locks {
  const [id = '', version = ''] = name.split('@');
  const shelf = shelves.findLast(({ lockedIn }) => locks.get(lockedIn)?.[id]?.[version] !== undefined);
  const released = shelf && locks.get(shelf.lockedIn);
  if (!shelf || !released) throw new OperatorRefusal(`${name} is not among the released versions.`);
  if (scenariosOn(shelf).some((scenario) => scenario.id === id && String(scenario.version) === version)) {
    throw new OperatorRefusal(
      `${name} is registered: take it out of its program.ts first, when nobody is inside.`,
    );
  }
  const { [version]: _, ...others } = released[id] ?? {};
  const { [id]: __, ...rest } = released;
  const after = Object.keys(others).length > 0 ? { ...rest, [id]: others } : rest;
  return new Map([...locks, [shelf.lockedIn, after]]);
}
