import type { Mutant, TrialStore } from './mutants.ts';

/** A fault of one place in one file of the core (`room/name`). `seed` shows it early. */
export const coreMutant = (
  name: string,
  what: string,
  seed: number,
  file: string,
  find: string,
  replace: string,
  store?: TrialStore,
): Mutant => ({
  name,
  what,
  seed,
  ...(store ? { store } : {}),
  edits: [{ file: `shared/core/${file}.ts`, find, replace }],
});
