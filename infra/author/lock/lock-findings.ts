/** Whether every released version is still as people entered it, and still there for those inside. */
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { type Finding, type Findings, joined } from '../check/finding.ts';
import { fileOf, type Library, type Shelf } from '../library.ts';
import { type Released, readLock } from './lock-file.ts';
import { structureHash } from './structure.ts';

/** The released versions by the file that holds them. */
export type Locks = ReadonlyMap<string, Released>;

export function readLocks({ root, shelves }: Library): Locks {
  return new Map(shelves.map(({ lockedIn }) => [lockedIn, readLock(root, lockedIn)]));
}

/** Edited and missing versions are faults; one that is not released yet is only told. */
export function lockFindings(library: Library, locks: Locks = readLocks(library)): Findings {
  return joined(library.shelves.map((shelf) => ofShelf(library, shelf, locks.get(shelf.lockedIn) ?? {})));
}

export const scenariosOn = ({ programs }: Shelf): Scenario[] =>
  Object.values(programs).flatMap((program) => program.scenarios);

function ofShelf(library: Library, shelf: Shelf, released: Released): Findings {
  const scenarios = scenariosOn(shelf);
  const faults: Finding[] = [];
  const warnings: Finding[] = [];
  for (const scenario of scenarios.filter(hasVersion)) {
    const known = released[scenario.id]?.[scenario.version];
    const at = { file: fileOf(library, scenario), scenario: `${scenario.id}@${scenario.version}` };
    if (known === undefined && isRaised(scenario, scenarios, released) && scenario.inFlight === undefined) {
      faults.push({ ...at, says: unsaid(scenario) });
    } else if (known === undefined) {
      warnings.push({
        ...at,
        says: 'is not released yet: "npm run scenario -- lock" freezes it, when you ship it',
      });
    } else if (known !== structureHash(scenario)) {
      faults.push({ ...at, says: edited(scenario) });
    }
  }
  const registered = new Set(scenarios.filter(hasVersion).map(({ id, version }) => `${id}@${version}`));
  for (const name of releasedNames(released)) {
    if (registered.has(name) || movesOn(name, scenarios)) continue;
    const says =
      'is released and no longer registered, and people may be inside: keep it in program.ts until nobody is, ' +
      `then run "npm run scenario -- lock --retire ${name}"`;
    faults.push({ file: shelf.lockedIn, scenario: name, says });
  }
  return { faults, warnings };
}

/** `after-purchase@1` of every released version. */
export function releasedNames(released: Released): string[] {
  return Object.entries(released).flatMap(([id, versions]) =>
    Object.keys(versions).map((version) => `${id}@${version}`),
  );
}

/** Whether there is, or was, a version of it before. */
function isRaised({ id, version }: Scenario, scenarios: readonly Scenario[], released: Released): boolean {
  const before = [
    ...scenarios.filter((one) => one?.id === id).map((one) => one.version),
    ...Object.keys(released[id] ?? {}).map(Number),
  ];
  return before.some((other) => other < version);
}

/** Whether the next version takes over those inside, so that this one need not stay. */
function movesOn(name: string, scenarios: readonly Scenario[]): boolean {
  const [id, version] = name.split('@');
  return scenarios.some(
    (one) => one?.id === id && one.version === Number(version) + 1 && typeof one.inFlight === 'object',
  );
}

function unsaid({ version }: Scenario): string {
  return (
    `version ${version} says not what becomes of those inside the version before: give it inFlight "stay" (the old ` +
    'version stays in program.ts beside it) or { move: { "old step": "new step" } }'
  );
}

/** A scenario without them is refused by its shape. */
const hasVersion = (scenario: Scenario): boolean =>
  typeof scenario?.id === 'string' && typeof scenario.version === 'number';

function edited({ version }: Scenario): string {
  return (
    `version ${version} is released, and its structure has changed while people may be inside. Bring version ` +
    `${version} back, and make the change a version of its own: raise "version" to ${version + 1} and say what ` +
    `becomes of those inside by "inFlight": "stay" (version ${version} stays in program.ts beside it until nobody is inside) or ` +
    '{ move } (with a map of step ids); then run "npm run scenario -- lock". Copy may change as it is'
  );
}
