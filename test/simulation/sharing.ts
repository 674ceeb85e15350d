/** The oracle's own reading of what a hash decides: a share in [0, 1) of SHA-256 over the parts as JSON. */
import { createHash } from 'node:crypto';

export function shareOf(parts: readonly (string | number)[]): number {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
  return Number.parseInt(hex, 16) / 2 ** 48;
}
