/** Reads a revision from before each program had its folder: one list of scenarios, and one catalogue of messages. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Library } from '../library.ts';
import type { Catalogue } from '../templates/sources.ts';
import { textFilesIn } from '../templates/text-files.ts';

const registry = 'shared/scenarios/registry.ts';

export const isFlat = (root: string): boolean => existsSync(path.join(root, registry));

export async function flatLibrary(
  root: string,
): Promise<Pick<Library, 'scenarios' | 'catalogue' | 'locales' | 'texts'>> {
  const { scenarios } = await load(root, registry);
  const { catalogue, locales } = await load(root, 'shared/templates/catalogue.ts');
  return {
    scenarios: scenarios as readonly Scenario[],
    catalogue: catalogue as Catalogue,
    locales: locales as readonly string[],
    texts: textFilesIn(root, [{ folder: 'shared/templates' }]),
  };
}

const load = async (root: string, file: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ pathToFileURL(path.join(root, file)).href);
