/** Splits the code of the function that is named, writes it below `dist/split`, and prints where it lies (`split-function.ts`). */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionName } from '../names.ts';
import { codeOptions, projectRoot } from './bundling.ts';
import { seldomAsked } from './seldom-asked.ts';
import { splitCode } from './split-code.ts';
import { handlerOf, type SplitFunction } from './split-function.ts';

const name = process.argv[2] as FunctionName;
const { externalModules, mainFields, ...options } = codeOptions();
const { start, beside, inputs, besideInputs } = await splitCode(handlerOf(name), seldomAsked[name] ?? {}, {
  ...options,
  platform: 'node',
  mainFields: [...mainFields],
  external: [...externalModules],
  absWorkingDir: projectRoot,
  logLevel: 'error',
});

/** Whoever reads a file meanwhile has a whole one. */
function write(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => {
      const place = join(folder, file);
      writeFileSync(`${place}.${process.pid}`, text);
      renameSync(`${place}.${process.pid}`, place);
      return [file, place];
    }),
  );
}

const folder = join(projectRoot, 'dist', 'split', name);
// Without one, the project's own says that no module does anything by being imported.
const kind = { 'package.json': JSON.stringify({ type: 'module' }) };
const { 'entry.js': entry = '' } = write(join(folder, 'start'), { ...start, ...kind });
const split: SplitFunction = { entry, beside: write(join(folder, 'beside'), beside), inputs, besideInputs };
process.stdout.write(JSON.stringify(split));
