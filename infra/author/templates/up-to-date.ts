/** Tells by content whether the compiled messages are those of the present sources, so that a build may be skipped. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TextFiles } from './text-files.ts';

const stamp = '.stamp.json';

interface Stamp {
  readonly sources: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Hash over the content of files and all files below folders, in the order given: the same in any copy of them. */
export function contentHash(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesAt(path))
      hash
        .update(`${relative(path, file)}\n`)
        .update(readFileSync(file))
        .update('\n');
  }
  return hash.digest('hex');
}

/** What turns texts into messages, and decides whether they are sound: the compiler, what renders, the sample data they are tried on. */
export const buildTools = (root: string): string[] =>
  ['infra/author/templates', 'infra/author/samples', 'shared/service/rendering', 'package-lock.json'].map(
    (part) => join(root, part),
  );

/** Hash over all that the compiled messages depend on: the texts in force by their names, and what else is given. */
export function sourcesHash(more: readonly string[], { root, files }: TextFiles): string {
  const hash = createHash('sha256');
  for (const one of more) hash.update(`${one}\n`);
  for (const [name, path] of [...files].sort(([one], [other]) => (one < other ? -1 : 1)))
    hash
      .update(`${name}\n`)
      .update(readFileSync(join(root, path)))
      .update('\n');
  return hash.digest('hex');
}

function filesAt(path: string): string[] {
  if (!existsSync(path)) return [];
  const entries = (() => {
    try {
      return readdirSync(path, { recursive: true, withFileTypes: true });
    } catch {
      return undefined;
    }
  })();
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export function stampOf(
  sources: string,
  outputs: Readonly<Record<string, string>>,
): [name: string, text: string] {
  const hashes = Object.entries(outputs).map(([name, text]) => [name, hashOf(text)]);
  return [stamp, JSON.stringify({ sources, outputs: Object.fromEntries(hashes) } satisfies Stamp)];
}

/** True when a build of exactly these sources left its files here, and they are as it left them. */
export function isUpToDate(folder: string, sources: string): boolean {
  try {
    const known: Stamp = JSON.parse(readFileSync(join(folder, stamp), 'utf8'));
    if (known.sources !== sources) return false;
    return Object.entries(known.outputs).every(
      ([name, hash]) => hashOf(readFileSync(join(folder, name), 'utf8')) === hash,
    );
  } catch {
    return false;
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
