import { createHash } from 'node:crypto';

/** A number in [0, 1) by hash: the same seed and parts always give the same one. */
export function chance(seed: number, ...parts: readonly (string | number)[]): number {
  const hash = createHash('sha256').update(JSON.stringify([seed, ...parts]));
  return hash.digest().readUIntBE(0, 6) / 2 ** 48;
}
