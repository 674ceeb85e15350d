/**
 * The preset dictionaries that records may be packed with, by number: each a file of its own, named by its hash, that is
 * never changed and never taken away while a record may be packed with it. `npm run packing -- --make` makes a new one,
 * of invented stores. A release brings it to be read; the next may write with it (`released.json`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** They lie beside this file, and in a bundle beside its one file (`infra/stack/functions/bundling.ts`). */
export const dictionaryFiles: ReadonlyMap<unknown, string> = new Map([[1, '1-767c8c111b01.txt']]);

/** The one to write with: of those that a release before this one could read already. */
export const writtenWith = 1;

const read = new Map<unknown, Buffer>();

/** Its bytes, read when first asked for; undefined for a number that this code does not know. */
export function dictionaryOf(number: unknown): Buffer | undefined {
  const file = dictionaryFiles.get(number);
  if (file === undefined) return undefined;
  const bytes = read.get(number) ?? readFileSync(join(import.meta.dirname, file));
  read.set(number, bytes);
  return bytes;
}
