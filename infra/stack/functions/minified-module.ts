/** A package as one small file for Node, where it brings none itself. */
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const projectRoot = join(import.meta.dirname, '..', '..', '..');
const folder = join(projectRoot, 'dist', 'when-asked');
const made = new Map<string, string>();

/** The file, made once a process; whoever copies one meanwhile has a whole one. */
export function minifiedModule(name: string): string {
  const known = made.get(name);
  if (known !== undefined) return known;
  const [file, begun] = [join(folder, `${name}.js`), join(folder, `${name}.${process.pid}.js`)];
  mkdirSync(folder, { recursive: true });
  buildSync({
    stdin: { contents: `export * from '${name}';`, resolveDir: projectRoot },
    outfile: begun,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  renameSync(begun, file);
  made.set(name, file);
  return file;
}
