/** The import rule: who may import whom, so that each room can be understood, tested and replaced alone. */
import { describe, expect, test } from 'vitest';
import { data, type Room, rooms } from './rooms.ts';
import {
  type Import,
  importsOf,
  type SourceFile,
  sourceFiles,
  withoutComments,
} from './support/source-files.ts';

const product = sourceFiles('shared', 'functions', 'infra');
const all = [...product, ...sourceFiles('test')];

const isOurs = (target: string) => /^(shared|functions|infra|test)\//.test(target) || target.startsWith('..');
const isIn = (target: string, places: readonly string[]) =>
  places.some((place) => target === place || target.startsWith(`${place}/`));

/** The row that holds for a file: that of the longest path. */
const roomOf = (path: string): Room | undefined =>
  rooms
    .filter(({ room }) => isIn(path, [room]))
    .toSorted((a, b) => b.room.length - a.room.length)
    .at(0);

function isAllowed(
  { target, typeOnly }: Import,
  { room, may, types = [], packages, withoutAws }: Room,
): boolean {
  if (isOurs(target)) return isIn(target, [room, ...may]) || (typeOnly && isIn(target, types));
  if (packages) return isIn(target, packages);
  return !(withoutAws && target.startsWith('@aws'));
}

/** `path -> target` of every import that the table has no place for. */
const forbidden = (files: readonly SourceFile[]) =>
  files.flatMap((file) => {
    const room = roomOf(file.path);
    return importsOf(file)
      .filter((one) => room && !isAllowed(one, room))
      .map(({ target }) => `${file.path} -> ${target}`);
  });

/** The files that lead back to themselves, by the imports that stand in them. */
function inCircles(files: readonly SourceFile[]): string[] {
  const graph = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ target }) => (isOurs(target) ? [target] : [])),
    ]),
  );
  const reaches = (from: string) => {
    const seen = new Set<string>();
    const todo = [...(graph.get(from) ?? [])];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      todo.push(...(graph.get(next) ?? []));
    }
    return seen;
  };
  return [...graph.keys()].filter((path) => reaches(path).has(path));
}

describe('the import rule', () => {
  test('every file stands in a room', () => {
    expect(product.filter(({ path }) => !roomOf(path)).map(({ path }) => path)).toEqual([]);
  });

  test('every row of the table has files', () => {
    const used = new Set(product.map(({ path }) => roomOf(path)?.room));
    expect(rooms.filter(({ room }) => !used.has(room)).map(({ room }) => room)).toEqual([]);
  });

  test('a room imports what its row names', () => {
    expect(forbidden(product)).toEqual([]);
  });

  test('no file is part of a circle of imports, types counted', () => {
    expect(inCircles(product)).toEqual([]);
  });

  test('rooms of data hold no function', () => {
    const withFunction = product.filter(
      ({ path, text }) => isIn(path, data) && /=>|\bfunction\b/.test(withoutComments(text)),
    );
    expect(withFunction.map(({ path }) => path)).toEqual([]);
  });

  test('an import names its file with the suffix', () => {
    const relative = all.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => isOurs(target))
        .map(({ target }) => `${file.path} -> ${target}`),
    );
    expect(relative.filter((line) => !/\.(ts|mts|mjs|json)$/.test(line))).toEqual([]);
  });
});

describe('the rule bites', () => {
  const file = (path: string, text: string) => [{ path, text }];

  test.each([
    ['shared/core/values/a.ts', "import type { B } from '../events/b.ts';"],
    ['shared/core/facts/a.ts', "import { b } from '@aws-sdk/client-sqs';"],
    ['shared/service/saving/a.ts', "import type { B } from '../sending/b.ts';"],
    ['shared/memory/a.ts', "import { b } from '../aws/b.ts';"],
    ['functions/boundary/a.ts', "import type { B } from '../queue/b.ts';"],
    ['functions/sender/a.ts', "import { b } from '../pages/b.ts';"],
    ['functions/sender/a.ts', "import { b } from '../../shared/aws/b.ts';"],
    ['infra/stack/a.ts', "import { b } from '../../shared/core/record/b.ts';"],
    ['infra/laptop/a.ts', "import type { B } from '../../shared/service/saving/b.ts';"],
    ['infra/terminal/a.ts', "import type { B } from '../../shared/settings/settings.ts';"],
    ['shared/aws/a.ts', "import { b } from '../../test/support/b.ts';"],
  ])('%s refuses %s', (path, text) => {
    expect(forbidden(file(path, text))).toHaveLength(1);
  });

  test('two files that name each other are a circle, by types alone too', () => {
    const one = file('shared/core/values/a.ts', "import type { B } from './b.ts';");
    const other = file('shared/core/values/b.ts', "import type { A } from './a.ts';");
    expect(inCircles([...one, ...other])).toEqual(['shared/core/values/a.ts', 'shared/core/values/b.ts']);
  });
});

test('finds imports, also of several lines, and tells types from code', () => {
  const text =
    "import { a } from './a.ts';\nimport type { B } from '../b.ts';\nimport {\n  type C,\n  type D,\n} from './c.ts';\nimport 'side';\nconst lazy = import('./lazy.ts');\nexport { e } from './e.ts';\n// import { x } from './x.ts';\n";
  const found = importsOf({ path: 'shared/core/here.ts', text });
  expect(found.map(({ target, typeOnly }) => `${typeOnly ? 'type ' : ''}${target}`)).toEqual([
    'shared/core/a.ts',
    'type shared/b.ts',
    'type shared/core/c.ts',
    'side',
    'shared/core/lazy.ts',
    'shared/core/e.ts',
  ]);
});
