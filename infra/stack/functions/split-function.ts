/** A function to bundle, and the files that lie beside its bundle because its starts seldom ask them. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { FunctionName } from '../names.ts';
import { seldomAsked } from './seldom-asked.ts';

export interface SplitFunction {
  /** The file to bundle. */
  readonly entry: string;
  /** Files by their names beside the bundle. */
  readonly beside: Readonly<Record<string, string>>;
  /** The sources in the bundle, with their bytes before they are minified; absent where nothing is apart. */
  readonly inputs?: Readonly<Record<string, { readonly bytesInOutput: number }>>;
  /** Those beside it. */
  readonly besideInputs?: Readonly<Record<string, { readonly bytesInOutput: number }>>;
}

const projectRoot = join(import.meta.dirname, '..', '..', '..');
const command = join(import.meta.dirname, 'split-command.ts');
const made = new Map<FunctionName, SplitFunction>();

/** Split once a process; in one of its own, because a construct of the stack waits for nothing. */
export function splitFunction(name: FunctionName): SplitFunction {
  if (!seldomAsked[name]) return { entry: handlerOf(name), beside: {} };
  const known = made.get(name);
  if (known) return known;
  const split: SplitFunction = JSON.parse(
    execFileSync(process.execPath, [command, name], { encoding: 'utf8' }),
  );
  made.set(name, split);
  return split;
}

export const handlerOf = (name: FunctionName) => join(projectRoot, 'functions', name, 'handler.ts');
