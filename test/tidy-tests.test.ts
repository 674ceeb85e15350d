/** The suffix of a test file tells what it needs, so that the pure ones stay fast and may share one process. */
import { describe, expect, test } from 'vitest';
import { importsOf, type SourceFile, sourceFiles, withoutComments } from './support/source-files.ts';

const files = sourceFiles('shared', 'functions', 'infra', 'test');
const imports = new Map(
  files.map((file) => [
    file.path,
    importsOf(file)
      .filter(({ typeOnly }) => !typeOnly)
      .map(({ target }) => target),
  ]),
);
const tests = files.filter(({ path }) => path.endsWith('.test.ts'));
const kindOf = ({ path }: SourceFile) => /\.([^./]+)\.test\.ts$/.exec(path)?.[1] ?? 'pure';
const pathsOf = (those: readonly SourceFile[]) => those.map(({ path }) => path);

/** Whether a file, or one that it loads, loads one of these packages. */
function loads({ path }: SourceFile, packages: readonly string[]): boolean {
  const seen = new Set<string>();
  const todo = [path];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    todo.push(...(imports.get(next) ?? []));
  }
  return packages.some((name) => [...seen].some((one) => one === name || one.startsWith(`${name}/`)));
}

const says = (file: SourceFile, word: RegExp) => word.test(withoutComments(file.text));
const processes = ['node:child_process', 'node:worker_threads', 'node:cluster'];
const needs: Readonly<Record<string, (file: SourceFile) => boolean>> = {
  alone: (file) => says(file, /\bvi\.(mock|doMock|resetModules)\(/),
  fork: (file) => loads(file, processes),
  git: (file) => loads(file, processes) && says(file, /'git'|\.git\(/),
  synth: (file) => loads(file, ['aws-cdk-lib']),
};
/** What these need is much, and may be any of the others. */
const heavy = ['contract', 'wire', 'sim', 'browser'];

describe('the suffix of a test file', () => {
  test('is one of those that vitest.config.ts names', () => {
    const known = ['pure', ...Object.keys(needs), ...heavy];
    expect(pathsOf(tests.filter((file) => !known.includes(kindOf(file))))).toEqual([]);
  });

  test.each(Object.entries(needs))('.%s: whoever needs it says so, or more', (kind, isNeeded) => {
    const enough = { fork: ['fork', 'git', 'synth'], alone: ['alone', 'synth'] }[kind] ?? [kind];
    const silent = tests.filter((file) => isNeeded(file) && ![...enough, ...heavy].includes(kindOf(file)));
    expect(pathsOf(silent)).toEqual([]);
  });

  test.each(Object.entries(needs))('.%s is said for a reason', (kind, isNeeded) => {
    expect(pathsOf(tests.filter((file) => kindOf(file) === kind && !isNeeded(file)))).toEqual([]);
  });
});

test('no file that tests share does anything by being loaded: it is loaded once for all of them', () => {
  const hook = /^(beforeEach|beforeAll|afterEach|afterAll|vi\.\w+)\(/m;
  // vitest.config.ts names it as a set-up: that is loaded for each test file.
  const setUp = 'test/support/check-stores.ts';
  const shared = sourceFiles('test').filter((file) => !tests.some(({ path }) => path === file.path));
  expect(pathsOf(shared.filter((file) => file.path !== setUp && says(file, hook)))).toEqual([]);
});
