/** A copy of the checkout in which a test may edit, and run the commands as a person would. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productRoot } from '../../../infra/author/library.ts';

const parts = [
  'shared',
  'infra',
  'functions',
  'dist/templates',
  'test/support',
  'package.json',
  'package-lock.json',
  'cdk.json',
  'tsconfig.json',
  'vitest.config.ts',
  'biome.json',
];

/** What a store has before it owns anything: the tests are about what ships, in a store’s clone too. */
const emptyRoom = `import type { StoreRoom } from '../core/language/store-room.ts';

export const store = {
  programs: {},
  segments: [],
  facts: {},
  settings: {},
} as const satisfies StoreRoom;
`;

export function trialCopy() {
  const root = mkdtempSync(join(tmpdir(), 'scenario-trial-'));
  for (const part of parts) cpSync(join(productRoot, part), join(root, part), { recursive: true });
  rmSync(join(root, 'shared/store'), { recursive: true });
  mkdirSync(join(root, 'shared/store'));
  writeFileSync(join(root, 'shared/store/store.ts'), emptyRoom);
  symlinkSync(join(productRoot, 'node_modules'), join(root, 'node_modules'), 'dir');
  const node = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  };
  return {
    root,
    node,
    scenario: (...words: string[]) => node('infra/author/scenario.ts', ...words),
    read: (file: string) => readFileSync(join(root, file), 'utf8'),
    /** Replaces a piece of text that must be there. */
    edit(file: string, piece: string, by: string) {
      const text = readFileSync(join(root, file), 'utf8');
      if (!text.includes(piece)) throw new Error(`${file} does not hold ${piece}`);
      writeFileSync(join(root, file), text.replaceAll(piece, by));
    },
    write: (file: string, text: string) => writeFileSync(join(root, file), text),
    remove: (file: string) => rmSync(join(root, file)),
    end: () => rmSync(root, { recursive: true }),
  };
}
