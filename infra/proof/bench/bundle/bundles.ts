/** Builds each function's bundle as the stack does, and looks at its size and at what is in it. */
import { existsSync, readdirSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { besideBundle, codeOptions, projectRoot } from '../../../stack/functions/bundling.ts';
import { splitFunction } from '../../../stack/functions/split-function.ts';
import type { FunctionName } from '../../../stack/names.ts';

export interface Bundle {
  readonly name: FunctionName;
  readonly bytes: number;
  readonly code: string;
  /** Bytes in the bundle of each package, the biggest first; '.' is the product itself. */
  readonly packages: Readonly<Record<string, number>>;
  /** The AWS clients that the function uses, in the bundle or beside it. */
  readonly clients: readonly string[];
  /** Files that went into it, from the project's root. */
  readonly files: readonly string[];
}

export const functionNames = readdirSync(join(projectRoot, 'functions'), { withFileTypes: true })
  .filter((entry) => existsSync(join(projectRoot, 'functions', entry.name, 'handler.ts')))
  .map((entry) => entry.name as FunctionName);

/** One bundle, by the options of `infra/stack/functions/bundling.ts`. */
export async function bundleOf(name: FunctionName): Promise<Bundle> {
  const { entry, inputs, besideInputs } = splitFunction(name);
  const bundle = await bundled(name, { entryPoints: [entry] });
  if (!inputs) return bundle;
  const all = contents({ ...inputs, ...besideInputs }, bundle.bytes);
  return { ...bundle, ...contents(inputs, bundle.bytes), clients: all.clients };
}

/** The same build of a few lines of code instead of a handler, without what is left out: by default, what handlers leave. */
export const bundleOfText = (
  name: FunctionName,
  contents: string,
  leftOut?: readonly string[],
): Promise<Bundle> => bundled(name, { stdin: { contents, resolveDir: projectRoot, loader: 'ts' } }, leftOut);

/** Lays a bundle out as Lambda unpacks it, with all that lies beside it. Returns the file to load. */
export async function layOut({ name, code }: Bundle, folder: string): Promise<string> {
  for (const [file, from] of Object.entries(besideBundle(name)))
    await cp(from, join(folder, file), { recursive: true });
  const file = join(folder, 'index.js');
  await writeFile(file, code);
  return file;
}

async function bundled(name: FunctionName, entry: object, leftOut?: readonly string[]): Promise<Bundle> {
  const { externalModules, mainFields, ...options } = codeOptions();
  const { outputFiles, metafile } = await build({
    ...entry,
    ...options,
    bundle: true,
    platform: 'node',
    mainFields: [...mainFields],
    external: [...(leftOut ?? externalModules)],
    metafile: true,
    write: false,
    logLevel: 'error',
    absWorkingDir: projectRoot,
  });
  const [output] = Object.values(metafile.outputs);
  const code = outputFiles?.[0]?.text ?? '';
  const bytes = Buffer.byteLength(code);
  return { name, bytes, code, ...contents(output?.inputs ?? {}, bytes) };
}

type Inputs = Readonly<Record<string, { readonly bytesInOutput: number }>>;

/** What a bundle is made of, where it may have been minified since it was: each has its share of the bytes. */
function contents(all: Inputs, bytes: number): Pick<Bundle, 'packages' | 'clients' | 'files'> {
  const inputs = Object.entries(all).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const sum = inputs.reduce((sofar, [, { bytesInOutput }]) => sofar + bytesInOutput, 0);
  const packages = Object.entries(bytesByPackage(inputs)).map(([name, its]) => {
    return [name, Math.round((its / sum) * bytes)] as const;
  });
  return {
    packages: Object.fromEntries(packages),
    clients: packages.map(([its]) => its).filter((its) => its.startsWith('@aws-sdk/client-')),
    files: inputs.map(([file]) => file),
  };
}

function bytesByPackage(inputs: [string, { bytesInOutput: number }][]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [file, { bytesInOutput }] of inputs) {
    const owner = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? '.';
    sums.set(owner, (sums.get(owner) ?? 0) + bytesInOutput);
  }
  return Object.fromEntries([...sums].sort(([, a], [, b]) => b - a));
}
