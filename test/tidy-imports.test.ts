/** The import rule, which `npm run rooms` holds: that the table is whole, that the rule bites, and what it cannot see. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cruiseOptions, reasonOf, ruleSet } from './room-rules.ts';
import { data, rooms } from './rooms.ts';
import { importsOf, sourceFiles, withoutComments } from './support/source-files.ts';

const product = sourceFiles('shared', 'functions', 'infra');
const all = [...product, ...sourceFiles('test')];

const isOurs = (target: string) => /^(shared|functions|infra|test)\//.test(target) || target.startsWith('..');
const isIn = (target: string, places: readonly string[]) =>
  places.some((place) => target === place || target.startsWith(`${place}/`));

/** The row that holds for a file: that of the longest path. */
const roomOf = (path: string) =>
  rooms
    .filter(({ room }) => isIn(path, [room]))
    .toSorted((a, b) => b.room.length - a.room.length)
    .at(0);

async function cruised(folders: string[], baseDir = process.cwd()): Promise<ICruiseResult> {
  const { output } = await cruise(folders, { ...cruiseOptions, baseDir, ruleSet, validate: true });
  if (typeof output === 'string') throw new Error(output);
  return output;
}

describe('the table of rooms', () => {
  test('every file stands in a room', () => {
    expect(product.filter(({ path }) => !roomOf(path)).map(({ path }) => path)).toEqual([]);
  });

  test('every row has files', () => {
    const used = new Set(product.map(({ path }) => roomOf(path)?.room));
    expect(rooms.filter(({ room }) => !used.has(room)).map(({ room }) => room)).toEqual([]);
  });

  test('every row says why', () => {
    expect(rooms.filter(({ room }) => reasonOf(room) === '').map(({ room }) => room)).toEqual([]);
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

test('the rule is asked of every import that stands in the text', async () => {
  const { modules } = await cruised(['shared', 'functions', 'infra']);
  const seen = new Set(
    modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => `${source} -> ${resolved}`),
    ),
  );
  const named = product.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => isOurs(target) && existsSync(target))
      .map(({ target }) => `${file.path} -> ${target}`),
  );
  expect(named.filter((line) => !seen.has(line))).toEqual([]);
});

describe('the rule bites', () => {
  interface Planted {
    readonly room: string;
    readonly text: string;
    /** A part of the broken rule's name. */
    readonly what?: string;
  }
  const refused: readonly Planted[] = [
    { room: 'shared/core/facts', text: "import { b } from '@aws-sdk/client-sqs';", what: 'package' },
    { room: 'shared/core/values', text: "import type { B } from '../events/b.ts';", what: 'room' },
    { room: 'shared/core/values', text: "export * from '../events/b.ts';", what: 'room' },
    { room: 'shared/core/values', text: "export const b = import('../events/b.ts');", what: 'room' },
    { room: 'shared/service/saving', text: "import type { B } from '../sending/b.ts';", what: 'room' },
    { room: 'shared/service/saving', text: "import { b } from '@aws-sdk/client-sqs';", what: 'AWS' },
    { room: 'shared/memory', text: "import { b } from '../aws/b.ts';", what: 'room' },
    { room: 'shared/aws', text: "import { b } from '../../test/support/b.ts';", what: 'room' },
    { room: 'functions/boundary', text: "import type { B } from '../queue/b.ts';", what: 'room' },
    { room: 'functions/sender', text: "import { b } from '../pages/b.ts';", what: 'room' },
    { room: 'functions/sender', text: "import { b } from '../../shared/aws/b.ts';", what: 'room' },
    {
      room: 'infra/stack',
      text: "import { b } from '../../shared/core/record/b.ts';",
      what: 'more than types',
    },
    {
      room: 'infra/stack',
      text: "import { type A, b } from '../../shared/core/record/b.ts';",
      what: 'more than types',
    },
    {
      room: 'infra/laptop',
      text: "import type { B } from '../../shared/service/saving/b.ts';",
      what: 'room',
    },
    {
      room: 'infra/terminal',
      text: "import type { B } from '../../shared/settings/settings.ts';",
      what: 'room',
    },
    { room: 'infra/terminal', text: "import { b } from './missing.ts';", what: 'no such file' },
  ];
  const allowed: readonly Planted[] = [
    { room: 'shared/core/events', text: "import type { B } from '../values/b.ts';" },
    { room: 'infra/stack', text: "import type { B } from '../../shared/core/record/b.ts';" },
    { room: 'functions/sender', text: "import { b } from '../boundary/b.ts';" },
  ];
  const planted = [...refused, ...allowed].map((one, at) => ({
    ...one,
    path: `${one.room}/planted-${at}.ts`,
  }));
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  const plant = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  };
  const broken = new Map<string, string[]>();

  beforeAll(async () => {
    for (const { room, path, text } of planted) {
      plant(path, text);
      const from = /'(\.[^']*)'/.exec(text)?.[1];
      if (from && !from.includes('missing')) plant(join(room, from), 'export const b = 1;');
    }
    plant('shared/core/values/one.ts', "import type { Other } from './other.ts';");
    plant('shared/core/values/other.ts', "import type { One } from './one.ts';");
    plant('shared/core/values/using.ts', "using held = take();\nimport type { B } from '../events/b.ts';");
    const { summary } = await cruised(['shared', 'functions', 'infra'], folder);
    for (const { from, rule } of summary.violations) {
      broken.set(from, [...(broken.get(from) ?? []), rule.name]);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(planted.filter(({ what }) => what !== undefined))('$room refuses $text', ({ path, what }) => {
    expect(broken.get(path)).toContainEqual(expect.stringContaining(`${what}`));
  });

  test.each(planted.filter(({ what }) => what === undefined))('$room allows $text', ({ path }) => {
    expect(broken.get(path)).toBeUndefined();
  });

  test('two files that name each other are a circle, by types alone too', () => {
    expect(broken.get('shared/core/values/one.ts')).toEqual(['a circle']);
  });

  test('a file that says "using" is read to its end', () => {
    expect(broken.get('shared/core/values/using.ts')).toHaveLength(1);
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
