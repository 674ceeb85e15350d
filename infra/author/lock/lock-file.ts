/**
 * The committed record of released versions: for each scenario and version the hash of its structure. What ships has
 * one, and what the store owns another.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { OperatorRefusal } from '../../terminal/refusal.ts';

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const lock = z.record(z.string(), z.record(z.string(), hash));

/** `{ "after-purchase": { "1": "<sha-256>" } }` */
export type Released = z.infer<typeof lock>;

/** Empty where nothing was released yet. Throws {@link OperatorRefusal}. */
export function readLock(root: string, lockFile: string): Released {
  const file = path.join(root, lockFile);
  if (!existsSync(file)) return {};
  try {
    return lock.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new OperatorRefusal(
      `${lockFile} is not what "lock" writes: bring it back from git, and do not edit it.`,
    );
  }
}

export function writeLock(root: string, lockFile: string, released: Released): void {
  const sorted = Object.fromEntries(Object.entries(released).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path.join(root, lockFile), `${JSON.stringify(sorted, undefined, 2)}\n`);
}
