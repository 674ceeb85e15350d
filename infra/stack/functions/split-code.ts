/**
 * A function's code in files: what its start reads, and each part that is seldom asked (`seldom-asked.ts`). A module that
 * several need is there once, in the code of the start if that needs it; the parts ask `index.js` for it.
 */
import { basename } from 'node:path';
import { type BuildOptions, build, type Metafile, transform } from 'esbuild';
import { arrowsAsFunctions } from './arrows-as-functions.ts';
import type { Parts } from './seldom-asked.ts';
import { entryOfPart, standIns } from './stand-ins.ts';

interface SplitCode {
  /** ES modules to be bundled from `entry.js`, by their names. */
  readonly start: Readonly<Record<string, string>>;
  /** What lies beside the bundle, as it is read there. */
  readonly beside: Readonly<Record<string, string>>;
  /** The sources of the start, with their bytes before they are minified. */
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
  /** Those of what lies beside it. */
  readonly besideInputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
}

export async function splitCode(entry: string, parts: Parts, options: BuildOptions): Promise<SplitCode> {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: [
      { in: entry, out: 'index' },
      ...Object.keys(parts).map((part) => ({ in: entryOfPart(part), out: part })),
    ],
    plugins: [standIns(parts), arrowsAsFunctions],
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: false,
    minifySyntax: true,
    outdir: 'split',
    metafile: true,
    write: false,
  });
  const files = new Map(Object.entries(metafile.outputs).map(([path, file]) => [basename(path), file]));
  const texts = new Map(outputFiles?.map(({ path, text }) => [basename(path), text]));
  const atStart = readWith(['index.js'], files);
  const parted = readWith(
    Object.keys(parts).map((part) => `${part}.js`),
    files,
  );
  const shared = sharedNames(atStart);
  const beside: Record<string, string> = {};
  for (const file of parted) {
    if (atStart.has(file)) continue;
    const { code } = await transform(shared.askedOfIndex(texts.get(file) ?? ''), {
      format: 'cjs',
      platform: 'node',
      minify: true,
      ...(options.target && { target: options.target }),
      ...(options.logOverride && { logOverride: options.logOverride }),
    });
    beside[file] = code.replaceAll('require("./index.js")', 'require("./index.js").shared()');
  }
  return {
    start: {
      ...Object.fromEntries([...atStart].map((file) => [file, texts.get(file) ?? ''])),
      'entry.js': ['export * from "./index.js";', ...shared.exports()].join('\n'),
    },
    beside,
    inputs: Object.assign({}, ...[...atStart].map((file) => files.get(file)?.inputs)),
    besideInputs: Object.assign({}, ...Object.keys(beside).map((file) => files.get(file)?.inputs)),
  };
}

/** The files that are read with those that are named. */
function readWith(
  names: readonly string[],
  files: ReadonlyMap<string, Metafile['outputs'][string]>,
): Set<string> {
  const found = new Set<string>();
  const read = (file: string) => {
    if (found.has(file) || !files.has(file)) return;
    found.add(file);
    for (const { path } of files.get(file)?.imports ?? []) read(basename(path));
  };
  for (const name of names) read(name);
  return found;
}

/** Names that parts ask of the start's files, and by which `index.js` gives them: each of its own, and short. */
function sharedNames(atStart: ReadonlySet<string>) {
  const given = new Map<string, Map<string, string>>();
  let count = 0;
  const nameOf = (file: string, its: string): string => {
    const names = given.get(file) ?? new Map<string, string>();
    given.set(file, names);
    const known = names.get(its) ?? `s${count++}`;
    names.set(its, known);
    return known;
  };
  return {
    /** A part's text, with each import from the start's files turned into one from `index.js`. */
    askedOfIndex: (text: string) =>
      text.replace(/^import (?:\{([^}]*)\} from )?"\.\/([^"]+)";$/gm, (line, names, from) => {
        if (!atStart.has(from)) return line;
        const asked = [...(names ?? '').matchAll(/([\w$]+)(?: as ([\w$]+))?/g)];
        const renamed = asked.map(([, its, local = its]) => `${nameOf(from, its)} as ${local}`);
        return `import { ${renamed.join(', ')} } from "./index.js";`;
      }),
    /** One function for all of them: a start that reads no part makes none of the getters. */
    exports: () => {
      const imports = [...given].map(([file, names]) => {
        const list = [...names].map(([its, name]) => `${its} as ${name}`);
        return `import { ${list.join(', ')} } from "./${file}";`;
      });
      const getters = [...given.values()].flatMap((names) =>
        [...names.values()].map((name) => `get ${name}() { return ${name}; },`),
      );
      return [...imports, `export const shared = () => ({ ${getters.join(' ')} });`];
    },
  };
}
