/** The product's own source, read as text: what the tidy test looks at. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the top folder, with slashes: `shared/core/enrolments/walk/walk.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** A path like {@link SourceFile.path}, or a package's name. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Every TypeScript file below the folders. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .sort()
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
}

/** Names of folders and of files in the top folder, without what git leaves out. */
export function topLevel(): { folders: string[]; files: string[] } {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, ''));
  const entries = readdirSync(root, { withFileTypes: true }).filter(
    ({ name }) =>
      name !== '.git' &&
      !ignored.includes(name) &&
      !ignored.includes(`*${name.slice(name.lastIndexOf('.'))}`),
  );
  const named = (folder: boolean) =>
    entries.filter((entry) => entry.isDirectory() === folder).map(({ name }) => name);
  return { folders: named(true), files: named(false) };
}

/** The code without its comments; the lines keep their numbers. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Import and export with their source; a source that is put together at run time is text of another file. */
const statement =
  /^\s*(?:import|export)\s+(?:(type)\s+)?([^'";]*?)\s*from\s+'([^'$]+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm;

export function importsOf({ path, text }: SourceFile): Import[] {
  return [...withoutComments(text).matchAll(statement)].map(([, type, names = '', from, bare, lazy]) => {
    const source = from ?? bare ?? lazy ?? '';
    const target = source.startsWith('.') ? relative(root, join(root, dirname(path), source)) : source;
    return { target: target.replaceAll('\\', '/'), typeOnly: type !== undefined || onlyTypes(names) };
  });
}

/** `{ type A, type B }`: nothing of the other file is run. */
function onlyTypes(names: string): boolean {
  const inside = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  if (inside === undefined) return false;
  const each = inside
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return each.length > 0 && each.every((name) => name.startsWith('type '));
}

export interface FunctionLength {
  /** `path name`, or the line number for a function without a name. */
  readonly where: string;
  readonly lines: number;
}

const opening =
  /^(?:export )?(?:default )?(?:async )?function\*? ?(\w*)|^(?:export )?const (\w+)\b.*=> \{$|.*=> \{$|^(?:async |static |get |set )*(?!if\b|for\b|while\b|switch\b|catch\b|else\b|return\b)(\w+)\(.*\{$/;

/** How many lines each function takes, by the formatter's indentation: it ends where its first line's depth closes. */
export function functionLengths({ path, text }: SourceFile): FunctionLength[] {
  const lines = text.split('\n');
  return lines.flatMap((line, first) => {
    const code = line.trimStart();
    const match = opening.exec(code);
    if (!match) return [];
    const indent = line.slice(0, line.length - code.length);
    const length = lines.slice(first + 1).findIndex((later) => later.startsWith(`${indent}}`));
    const name = match[1] || match[2] || match[3] || `line ${first + 1}`;
    return length < 0 ? [] : [{ where: `${path} ${name}`, lines: length + 2 }];
  });
}
