/**
 * Arrows of our own sources become functions: V8 takes twice as long to compile an arrow as a function that says the same, and
 * a start has a thousand of them. Packages stay as they are published.
 */
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Plugin, transform } from 'esbuild';
import { StackError } from '../stack-error.ts';

const projectRoot = join(import.meta.dirname, '..', '..', '..');
const ours = ['shared', 'functions'].map((folder) => join(projectRoot, folder) + sep);

/** esbuild loses what `this` means in an arrow that is the value of a class's field. */
class ThisLost extends StackError {
  override readonly name = 'ThisLost';
  readonly code = 'THIS_LOST';
}

/** @param file where the source is from. Throws {@link ThisLost} */
export async function withoutArrows(source: string, file: string): Promise<string> {
  const { code } = await transform(source, { loader: 'ts', target: 'node24', supported: { arrow: false } });
  const meant = [...code.matchAll(/\b_this\d*\b/g)].map(([name]) => name);
  const lost = meant.find((name) => !new RegExp(`\\b${name} = this\\b`).test(code));
  if (lost === undefined) return code;
  throw new ThisLost(`${file} says "this" in an arrow that is the value of a field: make it a method.`);
}

export const arrowsAsFunctions: Plugin = {
  name: 'arrows-as-functions',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => {
      if (!ours.some((folder) => path.startsWith(folder))) return undefined;
      return { contents: await withoutArrows(await readFile(path, 'utf8'), path), loader: 'js' };
    });
  },
};
