/** Where the texts of messages lie, by their names: of two files of one name that of the later folder is read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TextFiles {
  readonly root: string;
  /** `welcome/promise.ja.mjml`, `layout/head.mjml`: each with its path from the root. */
  readonly files: ReadonlyMap<string, string>;
  /** Where a text that is missing belongs: its path from the root. */
  readonly wanted: (name: string) => string;
}

export interface TextFolder {
  /** From the root. */
  readonly folder: string;
  /** What its names begin with. */
  readonly as?: string;
}

/** The MJML, and the texts of series: JSON. A folder that is not there has none. */
export function textFilesIn(root: string, folders: readonly TextFolder[]): TextFiles {
  const found = folders.flatMap(({ folder, as = '' }) =>
    namesIn(join(root, folder)).map((name) => [`${as}${name}`, join(folder, name)] as const),
  );
  return { root, files: new Map(found), wanted: (name) => name };
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(mjml|json)$/.test(name))
    .sort();
}

/** One text file. */
export interface SourceFile {
  readonly name: string;
  /** From the root. */
  readonly path: string;
  readonly text: string;
}

/** Undefined where there is none of that name. */
export function readText({ root, files }: TextFiles, name: string): SourceFile | undefined {
  const path = files.get(name);
  return path === undefined ? undefined : { name, path, text: readFileSync(join(root, path), 'utf8') };
}
