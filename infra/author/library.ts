/** All that a checkout says about its journeys: its programs with their files, and where their texts lie. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mergedLibrary } from '../../shared/core/language/merged-library.ts';
import type { Programs } from '../../shared/core/language/program.ts';
import { type Rhythms, WrongRhythm } from '../../shared/core/language/rhythm/rhythm.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { Segment } from '../../shared/core/language/segment.ts';
import type { StoreRoom } from '../../shared/core/language/store-room.ts';
import { OperatorRefusal } from '../terminal/refusal.ts';
import type { Catalogue } from './templates/sources.ts';
import { type TextFiles, textFilesIn } from './templates/text-files.ts';

/** This checkout. */
export const productRoot = path.join(import.meta.dirname, '..', '..');

export const shippedFolder = 'shared/programs';
export const storeFolder = 'shared/store';
export const shippedFile = `${shippedFolder}/shipped.ts`;
const segmentsFile = `${shippedFolder}/segments.ts`;
const rhythmsFile = `${shippedFolder}/rhythms.ts`;
export const storeFile = `${storeFolder}/store.ts`;
const layoutFolder = `${shippedFolder}/layout`;
/** A text there is read in place of the shipped one of its name. */
export const ownTextsFolder = `${storeFolder}/texts`;

/** The programs of one owner: those that ship, or those of the store. */
export interface Shelf {
  /** The folder of the programs’ folders. */
  readonly folder: string;
  /** The file that lists them. */
  readonly listedIn: string;
  /** The file of the versions that are released. */
  readonly lockedIn: string;
  readonly programs: Programs;
  /** The file of its segments. */
  readonly segmentsIn: string;
  readonly segments: readonly Segment[];
}

const ownShelf = {
  folder: `${storeFolder}/programs`,
  listedIn: storeFile,
  lockedIn: `${storeFolder}/released.json`,
  segmentsIn: storeFile,
};

export interface Library {
  readonly root: string;
  /** In the order in which they are asked. */
  readonly scenarios: readonly Scenario[];
  /** Where each scenario is written, listed or not: paths from the root. */
  readonly files: ReadonlyMap<Scenario, string>;
  readonly catalogue: Catalogue;
  readonly locales: readonly string[];
  /** Those a scenario may name; absent: names of segments are not asked. */
  readonly segments?: readonly Segment[] | undefined;
  /** What ships, and then what the store owns. */
  readonly shelves: readonly Shelf[];
  readonly texts: TextFiles;
}

/**
 * Reads the library of a checkout: all of it, or what ships alone. Throws {@link OperatorRefusal} where its files
 * cannot be loaded at all.
 */
export async function loadLibrary(root: string, which: 'whole' | 'shipped' = 'whole'): Promise<Library> {
  const { locales } = await load(root, 'shared/library.ts');
  const { shipped } = await load(root, shippedFile);
  const { segments } = await load(root, segmentsFile);
  const { store } = await load(root, storeFile);
  // A revision from before there were any has none.
  const { rhythms } = existsSync(path.join(root, rhythmsFile)) ? await load(root, rhythmsFile) : {};
  const ours = {
    programs: shipped as Programs,
    segments: segments as readonly Segment[],
    facts: { rhythms: rhythms as Rhythms },
  };
  const own = which === 'whole' ? (store as StoreRoom) : undefined;
  const shelves: Shelf[] = [
    {
      folder: shippedFolder,
      listedIn: shippedFile,
      lockedIn: `${shippedFolder}/released.json`,
      segmentsIn: segmentsFile,
      ...ours,
    },
    ...(own ? [{ ...ownShelf, programs: own.programs, segments: own.segments }] : []),
  ];
  const merged = mergedLibrary(ours, own);
  return {
    root,
    scenarios: merged.scenarios,
    files: await filesOf(root, shelves),
    catalogue: merged.messages,
    locales: locales as readonly string[],
    segments: merged.segments,
    shelves,
    texts: textsOf(root, shelves),
  };
}

/** The file a scenario is written in, also that of one under another rhythm; that of the list where it is written nowhere else. */
export function fileOf(library: Library, scenario: Scenario): string {
  const { files } = library;
  const written = files.get(scenario);
  if (written !== undefined) return written;
  const { id, version } = scenario ?? {};
  return [...files].find(([one]) => one.id === id && one.version === version)?.[1] ?? shippedFile;
}

/** The file of a segment; of two of one name that of the store’s, which is asked. */
export function fileOfSegment({ shelves }: Pick<Library, 'shelves'>, name: string): string {
  const shelf = shelves.findLast(({ segments }) => segments.some((one) => one.name === name));
  return shelf?.segmentsIn ?? segmentsFile;
}

/** Of each scenario the newest version, in the order in which they are asked. */
export function newestOf(scenarios: readonly Scenario[]): Scenario[] {
  const newest = new Map<string, Scenario>();
  for (const scenario of scenarios) {
    const known = newest.get(scenario.id);
    if (!known || known.version < scenario.version) newest.set(scenario.id, scenario);
  }
  return [...newest.values()];
}

/** The folder of a message’s program. */
export function programFolderOf({ shelves }: Pick<Library, 'shelves'>, template: string): string {
  const homes = [...folders(shelves)].filter(([, { messages }]) => Object.hasOwn(messages, template));
  return homes.at(-1)?.[0] ?? shippedFolder;
}

/** True where the store has programs, segments or words of its own. */
export function hasOwn({ shelves, root }: Library): boolean {
  const [, own] = shelves;
  const listed = Object.keys(own?.programs ?? {}).length + (own?.segments.length ?? 0);
  return listed > 0 || existsSync(path.join(root, ownTextsFolder));
}

/** Each program in force by its folder: of two of one name that of the store. */
function folders(shelves: readonly Shelf[]) {
  const byName = shelves.flatMap(({ folder, programs }) =>
    Object.entries(programs).map(([name, program]) => [name, [`${folder}/${name}`, program]] as const),
  );
  return new Map(byName).values();
}

function textsOf(root: string, shelves: readonly Shelf[]): TextFiles {
  const own = shelves.length > 1 ? [{ folder: ownTextsFolder }] : [];
  const homes = new Map(
    [...folders(shelves)].flatMap(([folder, { messages }]) =>
      Object.keys(messages).map((template) => [template, `${folder}/texts`] as const),
    ),
  );
  return {
    ...textFilesIn(root, [
      { folder: layoutFolder, as: 'layout/' },
      ...[...folders(shelves)].map(([folder]) => ({ folder: `${folder}/texts` })),
      ...own,
    ]),
    wanted: (name) => `${homes.get(name.replace(/\.[^/]*$/, '')) ?? shippedFolder}/${name}`,
  };
}

async function filesOf(root: string, shelves: readonly Shelf[]): Promise<ReadonlyMap<Scenario, string>> {
  const files = new Map<Scenario, string>();
  for (const { folder } of shelves) {
    if (!existsSync(path.join(root, folder))) continue;
    const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.map((one) => one.replaceAll('\\', '/')).sort()) {
      if (!/^[^/]+\/[^/]+\.ts$/.test(name) || name.endsWith('/program.ts')) continue;
      const values = Object.values(await load(root, `${folder}/${name}`));
      for (const value of values) if (isScenario(value)) files.set(value, `${folder}/${name}`);
    }
  }
  return files;
}

function isScenario(value: unknown): value is Scenario {
  return typeof value === 'object' && value !== null && 'steps' in value && 'trigger' in value;
}

async function load(root: string, file: string): Promise<Record<string, unknown>> {
  const place = path.join(root, file);
  if (!existsSync(place))
    throw new OperatorRefusal(`${file} is not there: run this from a checkout that has it.`);
  try {
    return await import(/* @vite-ignore */ pathToFileURL(place).href);
  } catch (error) {
    if (error instanceof WrongRhythm) throw new OperatorRefusal(`${storeFile}: ${error.message}`);
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new OperatorRefusal(
      `${file} cannot be loaded (${why}): mend it; "npm run typecheck" shows the line.`,
    );
  }
}
