/** A clone of this checkout with its own history, in which a store’s developer and upstream each work on a branch. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { productRoot } from '../../../infra/author/library.ts';

const left = ['node_modules', '.git', 'dist', 'cdk.out'];

export function storeClone() {
  const root = mkdtempSync(join(tmpdir(), 'store-clone-'));
  for (const name of readdirSync(productRoot).filter((one) => !left.includes(one)))
    cpSync(join(productRoot, name), join(root, name), { recursive: true });
  symlinkSync(join(productRoot, 'node_modules'), join(root, 'node_modules'), 'dir');
  const run = (program: string, ...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(program, words, { cwd: root, encoding: 'utf8' });
    return { code: status, out: `${stdout}${stderr}` };
  };
  const mustRun = (program: string, ...words: string[]) => {
    const { code, out } = run(program, ...words);
    if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}:\n${out}`);
    return out;
  };
  const git = (...words: string[]) =>
    mustRun('git', '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words);
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  return {
    git,
    read,
    write,
    /** Replaces a piece of text that must be there. */
    edit(file: string, piece: string | RegExp, by: string) {
      const text = read(file);
      const changed = text.replace(piece, by);
      if (changed === text) throw new Error(`${file} does not hold ${piece}`);
      write(file, changed);
    },
    copy: (from: string, to: string) => cpSync(join(root, from), join(root, to), { recursive: true }),
    move: (from: string, to: string) => renameSync(join(root, from), join(root, to)),
    files: (folder: string) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
    scenario: (...words: string[]) => mustRun(process.execPath, 'infra/author/scenario.ts', ...words),
    checked: () => run(process.execPath, 'infra/author/scenario.ts', 'check').out,
    build: () => mustRun(process.execPath, 'infra/author/templates/build.ts'),
    types: () => run(process.execPath, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.').out,
    vitest: (...words: string[]) =>
      run(process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...words),
    commit(message: string) {
      git('add', '-A');
      git('commit', '-qm', message);
    },
    end: () => rmSync(root, { recursive: true }),
  };
}

export type StoreClone = ReturnType<typeof storeClone>;
