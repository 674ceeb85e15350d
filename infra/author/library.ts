/** All that a checkout says about its journeys: the registered scenarios with their files, and the catalogue of messages. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { Segment } from '../../shared/core/language/segment.ts';
import { OperatorRefusal } from '../terminal/refusal.ts';
import type { Catalogue } from './templates/sources.ts';

/** This checkout. */
export const productRoot = path.join(import.meta.dirname, '..', '..');

export interface Library {
  readonly root: string;
  /** In the order of the registry. */
  readonly scenarios: readonly Scenario[];
  /** Where each scenario of `shared/scenarios` is written, registered or not: paths from the root. */
  readonly files: ReadonlyMap<Scenario, string>;
  readonly catalogue: Catalogue;
  readonly locales: readonly string[];
  /** Those a scenario may name; absent: names of segments are not asked. */
  readonly segments?: readonly Segment[] | undefined;
}

export const scenarioFolder = 'shared/scenarios';
export const registryFile = `${scenarioFolder}/registry.ts`;
export const segmentsFile = `${scenarioFolder}/segments.ts`;
export const catalogueFile = 'shared/templates/catalogue.ts';

/** Reads the library of a checkout. Throws {@link OperatorRefusal} where its files cannot be loaded at all. */
export async function loadLibrary(root: string): Promise<Library> {
  const registry = await load(root, registryFile);
  const { catalogue, locales } = await load(root, catalogueFile);
  const { segments } = existsSync(path.join(root, segmentsFile)) ? await load(root, segmentsFile) : {};
  return {
    root,
    scenarios: registry.scenarios as readonly Scenario[],
    files: await filesOf(root),
    catalogue: catalogue as Catalogue,
    locales: locales as readonly string[],
    segments: segments as readonly Segment[] | undefined,
  };
}

/** The file a scenario is written in; the registry's own where it is written nowhere else. */
export function fileOf(library: Library, scenario: Scenario): string {
  return library.files.get(scenario) ?? registryFile;
}

/** Of each scenario the newest version, in the order of the registry. */
export function newestOf(scenarios: readonly Scenario[]): Scenario[] {
  const newest = new Map<string, Scenario>();
  for (const scenario of scenarios) {
    const known = newest.get(scenario.id);
    if (!known || known.version < scenario.version) newest.set(scenario.id, scenario);
  }
  return [...newest.values()];
}

async function filesOf(root: string): Promise<ReadonlyMap<Scenario, string>> {
  const files = new Map<Scenario, string>();
  const names = readdirSync(path.join(root, scenarioFolder), { recursive: true, encoding: 'utf8' });
  for (const name of names.map((one) => one.replaceAll('\\', '/')).sort()) {
    const file = `${scenarioFolder}/${name}`;
    if (!name.endsWith('.ts') || file === registryFile) continue;
    for (const value of Object.values(await load(root, file))) if (isScenario(value)) files.set(value, file);
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
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new OperatorRefusal(
      `${file} cannot be loaded (${why}): mend it; "npm run typecheck" shows the line.`,
    );
  }
}
