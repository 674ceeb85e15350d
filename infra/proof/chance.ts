import { createHash } from 'node:crypto';

/** A number in [0, 1) by hash: the same parts always give the same one. */
export function chance(...parts: readonly (string | number)[]): number {
  return createHash('sha256').update(JSON.stringify(parts)).digest().readUIntBE(0, 6) / 2 ** 48;
}
