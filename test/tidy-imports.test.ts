/** The import rule: who may import whom, so that each room can be understood, tested and replaced alone. */
import { describe, expect, test } from 'vitest';
import { importsOf, type SourceFile, sourceFiles, withoutComments } from './support/source-files.ts';

const product = sourceFiles('shared', 'functions', 'infra');
const all = [...product, ...sourceFiles('test')];
const inFolder = (folder: string) => product.filter(({ path }) => path.startsWith(`${folder}/`));

/** `path -> target` of every import in the files that `may` refuses. */
function forbidden(
  files: readonly SourceFile[],
  may: (target: string, typeOnly: boolean, path: string) => boolean,
) {
  return files.flatMap((file) =>
    importsOf(file)
      .filter(({ target, typeOnly }) => !may(target, typeOnly, file.path))
      .map(({ target }) => `${file.path} -> ${target}`),
  );
}

/** What more than one room must agree on. */
const contracts = [
  'shared/settings/settings-decisions.ts',
  'shared/ports/world.ts',
  'shared/ports/metric-names.ts',
];

const isOurs = (target: string) => /^(shared|functions|infra|test)\//.test(target) || target.startsWith('..');
const isIn = (target: string, ...rooms: readonly string[]) =>
  rooms.some((room) => target === room || target.startsWith(`${room}/`));

describe('the import rule', () => {
  test('the core imports the core, and four libraries that are as pure', () => {
    const libraries = ['temporal-polyfill', 'zod/mini', '@noble/hashes', 'rrule'];
    expect(forbidden(inFolder('shared/core'), (target) => isIn(target, 'shared/core', ...libraries))).toEqual(
      [],
    );
  });

  test('scenarios, templates and surveys import the core and each their own room, scenarios the surveys too', () => {
    const rooms = { 'shared/scenarios': ['shared/surveys'], 'shared/templates': [], 'shared/surveys': [] };
    for (const [room, beside] of Object.entries(rooms)) {
      const may = (target: string) => isIn(target, room, 'shared/core', ...beside);
      expect(forbidden(inFolder(room), may)).toEqual([]);
    }
  });

  test('scenarios, templates and surveys hold no function', () => {
    const files = inFolder('shared').filter(({ path }) =>
      isIn(path, 'shared/scenarios', 'shared/templates', 'shared/surveys'),
    );
    const withFunction = files.filter(({ text }) => /=>|\bfunction\b/.test(withoutComments(text)));
    expect(withFunction.map(({ path }) => path)).toEqual([]);
  });

  test('the service imports core, surveys, world and settings, and nothing of AWS', () => {
    const rooms = [
      'shared/service',
      'shared/core',
      'shared/surveys',
      ...contracts,
      'shared/settings/settings.ts',
    ];
    const may = (target: string) => (isOurs(target) ? isIn(target, ...rooms) : !target.startsWith('@aws'));
    expect(forbidden(inFolder('shared/service'), may)).toEqual([]);
  });

  test.each(['shared/aws', 'shared/memory'])(
    '%s imports world and core, never another world or the service',
    (room) => {
      const may = (target: string) => !isOurs(target) || isIn(target, room, 'shared/core', ...contracts);
      expect(forbidden(inFolder(room), may)).toEqual([]);
    },
  );

  test('the memory world knows nothing of AWS', () => {
    expect(forbidden(inFolder('shared/memory'), (target) => !target.startsWith('@aws'))).toEqual([]);
  });

  test('world and settings import the core alone', () => {
    const files = product.filter(({ path }) => /^shared\/[^/]+\.ts$/.test(path));
    const may = (target: string) =>
      !isOurs(target) || isIn(target, 'shared/core') || /^shared\/[^/]+\.ts$/.test(target);
    expect(files.length).toBeGreaterThan(2);
    expect(forbidden(files, may)).toEqual([]);
  });

  test('functions import service, core and ports; the wiring alone picks a world; none imports another', () => {
    const rooms = ['shared/service', 'shared/core', ...contracts];
    const wiring = ['functions/wiring.ts', 'functions/deployed-book.ts'];
    const may = (target: string, _: boolean, path: string) => {
      if (!isOurs(target) || wiring.includes(path)) return !isIn(target, 'infra', 'test', 'shared/memory');
      if (!target.startsWith('functions/')) return isIn(target, ...rooms);
      const folder = /^functions\/([^/]+)\//.exec(target)?.[1];
      return folder === undefined || path.startsWith(`functions/${folder}/`);
    };
    expect(forbidden(inFolder('functions'), may)).toEqual([]);
  });

  /** Facts of the product that infra must not say a second time. */
  const facts = [
    'shared/core/language/profile-events.ts',
    'shared/core/values/stored-instant.ts',
    'shared/core/language/scenario.ts',
    'shared/core/language/scenario-switches.ts',
    'shared/core/questions/segments-asked.ts',
    'shared/aws/capacity.ts',
    'shared/aws/packed-record.ts',
  ];
  /** What an operator types: these stand on AWS as the functions do. */
  const commands = ['infra/operator', 'infra/operator/import', 'infra/operator/customer'];
  const registries = [
    'shared/scenarios/registry.ts',
    'shared/scenarios/segments.ts',
    'shared/templates/catalogue.ts',
  ];
  const open = [
    'infra',
    'shared/settings/settings.ts',
    'shared/settings/environment.ts',
    ...registries,
    ...contracts,
  ];

  test('infra imports settings, registries, types and a few facts; functions it names by path', () => {
    const files = inFolder('infra').filter(
      ({ path }) => !isIn(path, ...commands, 'infra/author/templates', 'infra/author'),
    );
    const may = (target: string, typeOnly: boolean) =>
      !isOurs(target) || isIn(target, ...open, ...facts) || (typeOnly && isIn(target, 'shared/core'));
    expect(forbidden(files, may)).toEqual([]);
  });

  test('the build of templates renders samples as the service would', () => {
    const may = (target: string) =>
      !isOurs(target) || isIn(target, ...open, 'shared/core', 'shared/service', 'shared/templates');
    expect(forbidden(inFolder('infra/author/templates'), may)).toEqual([]);
  });

  test('the operator’s commands stand on AWS as the functions do, never on the memory world', () => {
    const rooms = ['shared/core', 'shared/service', 'shared/aws'];
    expect(
      forbidden(commands.flatMap(inFolder), (target) => !isOurs(target) || isIn(target, ...open, ...rooms)),
    ).toEqual([]);
  });

  test('a scenario is checked by the core, and played by the service in memory', () => {
    const rooms = ['shared/core', 'shared/service', 'shared/memory', 'shared/scenarios', 'shared/templates'];
    const compiled = 'shared/aws/file-templates.ts';
    // The one command that sends: through the real mail service, asking it first what it may.
    const mailing = ['shared/aws/mailbox.ts', 'shared/aws/ses-account.ts'];
    const may = (target: string, _: boolean, path: string) =>
      !isOurs(target) ||
      isIn(target, ...open, ...rooms, compiled) ||
      (path === 'infra/author/send-test/send-test.ts' && mailing.includes(target));
    expect(forbidden(inFolder('infra/author'), may)).toEqual([]);
  });

  test('the rest of infra stands without commands, demo and embedded cloud', () => {
    const deployed = inFolder('infra').filter(({ path }) => /^infra\/([^/]+\.ts|constructs\/)/.test(path));
    const may = (target: string) => !isIn(target, 'infra/operator', 'infra/laptop', 'infra/proof/demo');
    expect(forbidden(deployed, may)).toEqual([]);
  });

  test('nothing imports a test', () => {
    expect(forbidden(product, (target) => !isIn(target, 'test'))).toEqual([]);
  });

  test('no file is part of a circle of imports', () => {
    const graph = new Map(
      product.map((file) => [
        file.path,
        importsOf(file)
          .filter((i) => !i.typeOnly && isOurs(i.target))
          .map((i) => i.target),
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
    expect([...graph.keys()].filter((path) => reaches(path).has(path))).toEqual([]);
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
