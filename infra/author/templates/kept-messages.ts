/**
 * Compiled messages kept by the content of all that made them: the compiler takes a good second for each message, and
 * a change of wording touches one of them.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Compiled } from './compile-template.ts';
import type { Message } from './sources.ts';
import { buildTools, contentHash } from './up-to-date.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const defaultFolder = join(root, 'node_modules', '.cache', 'tsunagu-messages');
const kept_ms = 14 * 24 * 3_600_000;

export interface KeptMessages {
  /** What a message became when it was compiled before without a problem. */
  find(message: Message): Compiled | undefined;
  keep(message: Message, compiled: Compiled): void;
  /** Removes what nobody has made for a fortnight. */
  tidy(): void;
}

/** Kept in `folder`; where nothing can be written there, nothing is kept and each build compiles. */
export function keptMessages(folder: string = defaultFolder): KeptMessages {
  const tools = contentHash(buildTools(root));
  const fileOf = (message: Message) => {
    const name = createHash('sha256').update(tools).update(JSON.stringify(message)).digest('hex');
    return join(folder, `${name}.json`);
  };
  return {
    find(message) {
      return unlessUnable(() => JSON.parse(readFileSync(fileOf(message), 'utf8')) as Compiled);
    },
    keep(message, compiled) {
      unlessUnable(() => {
        mkdirSync(folder, { recursive: true });
        const draft = `${fileOf(message)}.${process.pid}.draft`;
        writeFileSync(draft, JSON.stringify(compiled));
        renameSync(draft, fileOf(message));
      });
    },
    tidy() {
      unlessUnable(() => {
        for (const name of readdirSync(folder)) {
          const file = join(folder, name);
          if (statSync(file).mtimeMs < Date.now() - kept_ms) rmSync(file);
        }
      });
    },
  };
}

function unlessUnable<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
