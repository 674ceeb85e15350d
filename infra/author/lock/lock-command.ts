/** `lock`: freezes the structure of every registered version, because people enter it from now on. */
import type { Command } from 'commander';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { ofScenario } from '../check/check-library.ts';
import { findingLine } from '../check/finding.ts';
import { settingsOf } from '../checkout-settings.ts';
import { type Library, loadLibrary, productRoot } from '../library.ts';
import { lockFile, type Released, readLock, writeLock } from './lock-file.ts';
import { lockFindings, releasedNames } from './lock-findings.ts';
import { structureHash } from './structure.ts';

export function addLock(program: Command): void {
  program
    .command('lock')
    .description(`freezes the registered versions in ${lockFile}; a frozen one is never overwritten`)
    .option('--retire <version>', 'forgets a version, such as welcome@1, that is no longer registered')
    .action(
      acting<{ retire?: string }>(async (_, { retire }) => lock(await loadLibrary(productRoot), retire)),
    );
}

/** Throws {@link OperatorRefusal}, and writes nothing, when a scenario is wrong or a released one has changed. */
export function lock(library: Library, retire?: string): Report {
  const before = readLock(library.root);
  const released = retire === undefined ? before : without(library, before, retire);
  const settings = settingsOf(library.root);
  const faults = [
    ...library.scenarios.flatMap((scenario) => ofScenario(library, scenario, settings).faults),
    ...lockFindings(library, released).faults,
  ];
  if (faults.length > 0)
    throw new OperatorRefusal(`Nothing is locked:\n${faults.map(findingLine).join('\n')}`);
  const after: Record<string, Record<string, string>> = structuredClone(released);
  const added: string[] = [];
  for (const scenario of library.scenarios) {
    const versions = after[scenario.id] ?? {};
    after[scenario.id] = versions;
    if (versions[scenario.version] !== undefined) continue;
    versions[scenario.version] = structureHash(scenario);
    added.push(`${scenario.id}@${scenario.version}`);
  }
  writeLock(library.root, after);
  const lines = [
    ...added.map((name) => `locked   ${name}`),
    ...(retire === undefined ? [] : [`retired  ${retire}`]),
    `${lockFile} holds ${releasedNames(after).length} released versions`,
  ];
  return { lines, data: { added, retired: retire ?? null, released: after } };
}

function without({ scenarios }: Library, released: Released, name: string): Released {
  const [id = '', version = ''] = name.split('@');
  if (released[id]?.[version] === undefined)
    throw new OperatorRefusal(`${name} is not among the released versions.`);
  if (scenarios.some((scenario) => scenario.id === id && String(scenario.version) === version)) {
    throw new OperatorRefusal(
      `${name} is registered: take it out of registry.ts first, when nobody is inside.`,
    );
  }
  const { [version]: _, ...others } = released[id];
  const { [id]: __, ...rest } = released;
  return Object.keys(others).length > 0 ? { ...rest, [id]: others } : rest;
}
