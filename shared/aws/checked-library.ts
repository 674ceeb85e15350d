/** The library as a file beside a function's code: what was checked when the bundle was made, and nothing else. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Thrown at a function's start when the library beside it is not the one that was checked. */
export class UncheckedLibrary extends Error {
  override readonly name = 'UncheckedLibrary';
  readonly code = 'UNCHECKED_LIBRARY';
}

/**
 * What the file holds.
 *
 * @param digest SHA-256 of the text that was checked, in hex. Throws {@link UncheckedLibrary} where the file's is another
 */
export function readCheckedLibrary<Library>(file: string, digest: string): Library {
  const text = readFileSync(file);
  if (hash('sha256', text) === digest) return JSON.parse(text.toString('utf8'));
  throw new UncheckedLibrary(`${file} is not the library that was checked: bundle and deploy again.`);
}
