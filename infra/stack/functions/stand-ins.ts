/** In a bundle, functions stand for those of a module that is seldom asked, and the first that is called reads its file. */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import type { Parts } from './seldom-asked.ts';

const projectRoot = join(import.meta.dirname, '..', '..', '..');

/** The entry point of a part, for the plugin. */
export const entryOfPart = (part: string) => `part:${part}`;

/** A class or a constant cannot be made later: whoever imports one of such a module fails the build. */
const isFunction = (value: unknown) => typeof value === 'function' && !`${value}`.startsWith('class');

async function functionsOf(file: string): Promise<string[]> {
  const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
  return Object.keys(exported).filter((name) => isFunction(exported[name]));
}

interface Module {
  readonly file: string;
  readonly part: string;
  /** Two modules may each have a function of one name. */
  readonly nameOf: (its: string) => string;
}

const standIn = ({ part, nameOf }: Module, names: readonly string[]) =>
  [
    `const part = () => require(__dirname + '/${part}.js');`,
    ...names.map((name) => `export const ${name} = (...given) => part().${nameOf(name)}(...given);`),
  ].join('\n');

const handedOut = ({ file, nameOf }: Module, names: readonly string[]) =>
  `export { ${names.map((name) => `${name} as ${nameOf(name)}`).join(', ')} } from ${JSON.stringify(file)};`;

export function standIns(parts: Parts): Plugin {
  const all = Object.entries(parts).flatMap(([part, files]) => files.map((file) => ({ part, file })));
  const modules = new Map<string, Module>(
    all.map(({ part, file }, nth) => {
      const place = join(projectRoot, file);
      return [place, { part, file: place, nameOf: (its) => `${its}${nth}` }];
    }),
  );
  return {
    name: 'stand-ins',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^part:/ }, ({ path }) => ({ path, namespace: 'part' }));
      onResolve({ filter: /\.ts$/, namespace: 'file' }, ({ path, resolveDir, importer }) => {
        const asked = modules.get(resolve(resolveDir, path));
        if (!asked || modules.get(importer)?.part === asked.part) return undefined;
        return { path: asked.file, namespace: 'seldom-asked' };
      });
      onLoad({ filter: /.*/, namespace: 'part' }, async ({ path }) => {
        const its = [...modules.values()].filter(({ part }) => entryOfPart(part) === path);
        const lines = its.map(async (one) => handedOut(one, await functionsOf(one.file)));
        return { contents: (await Promise.all(lines)).join('\n'), resolveDir: projectRoot };
      });
      onLoad({ filter: /.*/, namespace: 'seldom-asked' }, async ({ path }) => {
        const asked = modules.get(path);
        return asked && { contents: standIn(asked, await functionsOf(path)), resolveDir: projectRoot };
      });
    },
  };
}
