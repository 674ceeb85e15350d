/** What the messages of a library are built from, and the folder they are built into. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Library } from '../library.ts';
import type { Catalogue } from './sources.ts';
import type { TextFiles } from './text-files.ts';
import { buildTools, contentHash, sourcesHash } from './up-to-date.ts';

/** The messages as this deployment sends them. */
export const compiledFolder = 'dist/templates';
/** Those that ship, where the store has words of its own: the product's tests and documents are about them. */
export const shippedCompiledFolder = 'dist/shipped-templates';

/** Where the messages that ship are built, whatever the store says over them. */
export function shippedCompiled(root: string): string {
  const own = path.join(root, shippedCompiledFolder);
  return existsSync(own) ? own : path.join(root, compiledFolder);
}

export interface LibraryBuild {
  readonly texts: TextFiles;
  readonly to: string;
  readonly catalogue: Catalogue;
  readonly locales: readonly string[];
  readonly sources: string;
}

export function buildOf(
  { root, texts, catalogue, locales }: Library,
  folder: string = compiledFolder,
): LibraryBuild {
  const tools = contentHash(buildTools(root));
  return {
    texts,
    to: path.join(root, folder),
    catalogue,
    locales,
    sources: sourcesHash([tools, JSON.stringify({ catalogue, locales })], texts),
  };
}
