/** Runs one target over a number of inputs that follow from a seed. */
import fc from 'fast-check';
import { mustBeUnpolluted } from './guards.ts';
import type { Taken, Target } from './target.ts';

export interface Run {
  readonly inputs: number;
  readonly seed: number;
  /** Goes straight to one input, as a fault of an earlier run names it. */
  readonly path?: string | undefined;
}

interface FaultFound {
  /** Where the shrunk input is found again. */
  readonly path: string;
  readonly input: string;
  readonly error: string;
}

export interface Outcome {
  readonly inputs: number;
  readonly taken: ReadonlyMap<Taken, number>;
  readonly fault?: FaultFound;
}

const shown_chars = 2000;

export async function runTarget(target: Target, { inputs, seed, path }: Run): Promise<Outcome> {
  const taken = new Map<Taken, number>();
  const property = fc.asyncProperty(target.inputs, async (input) => {
    const as = await target.check(input);
    mustBeUnpolluted();
    taken.set(as, (taken.get(as) ?? 0) + 1);
  });
  const found = await fc.check(property, { numRuns: inputs, seed, ...(path === undefined ? {} : { path }) });
  const outcome = { inputs: found.numRuns, taken };
  if (!found.failed) return outcome;
  const [input] = found.counterexample ?? [];
  const error = found.errorInstance;
  return {
    ...outcome,
    fault: {
      path: found.counterexamplePath ?? '',
      input: fc.stringify(input).slice(0, shown_chars),
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    },
  };
}
