/** The habits of this codebase that a machine can see: how long things are, what they are called, words kept out. */
import { describe, expect, test } from 'vitest';
import { mostInOneFolder, wideFolders } from './rooms.ts';
import {
  functionLengths,
  type SourceFile,
  sourceFiles,
  topLevel,
  withoutComments,
} from './support/source-files.ts';

const product = sourceFiles('shared', 'functions', 'infra');
const all = [...product, ...sourceFiles('test')];
const inFolder = (folder: string) => product.filter(({ path }) => path.startsWith(`${folder}/`));

/** Each hit as `path: word`. */
function hits(files: readonly SourceFile[], words: readonly RegExp[]) {
  return files.flatMap(({ path, text }) => {
    const code = withoutComments(text);
    return words.filter((word) => word.test(code)).map((word) => `${path}: ${word.source}`);
  });
}

describe('words', () => {
  test('the core asks no clock, no chance, no environment and nobody outside', () => {
    const words = [
      /\bDate\.now\b/,
      /\bnew Date\b/,
      /\bTemporal\.Now\b/,
      /\bMath\.random\b/,
      /\brandomUUID\b/,
      /\bprocess\./,
      /\bconsole\./,
      /\bawait\b/,
      /'node:/,
      /'@aws-sdk/,
      /\bsetTimeout\b/,
      /\bperformance\b/,
    ];
    expect(hits(inFolder('shared/core'), words)).toEqual([]);
  });

  test('time is a port: no file of the product asks the machine for it but the system clock', () => {
    const files = [...inFolder('shared'), ...inFolder('functions')].filter(
      ({ path }) => path !== 'shared/aws/system-clock.ts',
    );
    expect(hits(files, [/\bnew Date\(/, /\bDate\.now\b/, /\bTemporal\.Now\b/, /\bsetTimeout\b/])).toEqual([]);
  });

  test('work is done or is not there: no notes to do it later, no tests left out', () => {
    const notes = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map(
      (word) => new RegExp(`(//|\\*).*\\b${word}\\b`),
    );
    const unfinished = all.filter(({ text }) => notes.some((note) => note.test(text)));
    expect(unfinished.map(({ path }) => path)).toEqual([]);
    const left = ['skip', 'only', 'todo'].map((word) => new RegExp(`\\b(test|it|describe)\\.${word}\\b`));
    expect(hits(sourceFiles('test'), left)).toEqual([]);
  });
});

/** Functions that were too long when this was written, with their lines: each may shrink, none may be added. */
const knownLong: Readonly<Record<string, number>> = {};

describe('sizes', () => {
  test('no file has more than 200 lines', () => {
    const lines = (text: string) => text.replace(/\n$/, '').split('\n').length;
    expect(
      all.filter(({ text }) => lines(text) > 200).map(({ path, text }) => `${path}: ${lines(text)}`),
    ).toEqual([]);
  });

  test('no function has 70 lines or more', () => {
    const long = product
      .flatMap(functionLengths)
      .filter(({ where, lines }) => lines >= (knownLong[where] ?? 69) + 1);
    expect(long).toEqual([]);
  });

  test('a function that has become short is taken off the list of long ones', () => {
    const long = new Set(
      product
        .flatMap(functionLengths)
        .filter(({ lines }) => lines >= 70)
        .map(({ where }) => where),
    );
    expect(Object.keys(knownLong).filter((where) => !long.has(where))).toEqual([]);
  });

  test('no folder is a long list', () => {
    const folders = new Map<string, number>();
    for (const { path } of product) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      folders.set(folder, (folders.get(folder) ?? 0) + 1);
    }
    const long = [...folders].filter(
      ([folder, count]) => count > mostInOneFolder && !wideFolders.includes(folder),
    );
    expect(long).toEqual([]);
  });

  test('a function is how it is made and what Lambda runs of it, each under 50 lines', () => {
    const handlers = inFolder('functions').filter(
      ({ path }) => path.split('/').length > 2 && !/^functions\/(boundary|queue|wiring)\//.test(path),
    );
    expect(
      handlers
        .filter(({ path }) => !/^functions\/[a-z-]+\/(make-)?handler\.ts$/.test(path))
        .map(({ path }) => path),
    ).toEqual([]);
    expect(handlers.filter(({ text }) => text.split('\n').length > 50).map(({ path }) => path)).toEqual([]);
  });
});

/** The names that a file exports, its own and those it passes on. */
function exportsOf({ text }: SourceFile): string[] {
  const code = withoutComments(text);
  const own =
    /^export (?:default )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/gm;
  const passedOn = [...code.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => /(\w+)\s*$/.exec(name)?.[1] ?? ''),
  );
  return [...[...code.matchAll(own)].map(([, name = '']) => name), ...passedOn.filter((name) => name !== '')];
}

/** Each function has the first two, and each program the others: the same in every folder of its kind. */
const mayBeExportedTwice = ['handler', 'makeHandler', 'messages', 'program'];

describe('names', () => {
  test('no name is exported twice, so that a search for it finds one thing', () => {
    const homes = Map.groupBy(
      product.flatMap((file) => [...new Set(exportsOf(file))].map((name) => ({ name, path: file.path }))),
      ({ name }) => name,
    );
    const twice = [...homes].filter(
      ([name, places]) => places.length > 1 && !mayBeExportedTwice.includes(name),
    );
    expect(twice.map(([name, places]) => `${name}: ${places.map(({ path }) => path).join(', ')}`)).toEqual(
      [],
    );
  });

  test('no file is named for nothing: no utils, no barrels', () => {
    const nameless = /\/(utils?|helpers?|common|misc|index)\.ts$/;
    expect(all.map(({ path }) => path).filter((path) => nameless.test(path))).toEqual([]);
  });

  test('the top folder holds what the product’s owner fixed, and files that a tool demands', () => {
    const { folders, files } = topLevel();
    const folded = ['functions', 'infra', 'shared', 'test', 'docs', '.ci', '.github'];
    expect(folders.filter((name) => !folded.includes(name))).toEqual([]);
    const demanded = [
      'package.json',
      'package-lock.json',
      'cdk.json',
      'tsconfig.json',
      'vitest.config.ts',
      'biome.json',
      '.dependency-cruiser.mjs',
      'knip.json',
      'stryker.config.mjs',
      'README.md',
      'README.ja.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'SECURITY.md',
      'LICENSE',
      '.gitignore',
      '.editorconfig',
      '.gitattributes',
      '.nvmrc',
      '.npmrc',
    ];
    expect(files.filter((name) => !demanded.includes(name))).toEqual([]);
  });
});

test('measures functions, methods and arrows', () => {
  const body = '    x;\n'.repeat(3);
  const text = `export function one(\n  a: A,\n): B {\n${body}}\nconst two = () => {\n${body}};\nclass T {\n  three(a: A) {\n${body}  }\n}\n`;
  expect(functionLengths({ path: 'p.ts', text })).toEqual([
    { where: 'p.ts one', lines: 7 },
    { where: 'p.ts two', lines: 5 },
    { where: 'p.ts three', lines: 5 },
  ]);
});
