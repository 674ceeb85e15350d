/** What a program stands on is handed to it where it begins: environment, clock and ports, and no cast hides that one is missing. */
import { describe, expect, test } from 'vitest';
import { importsOf, type SourceFile, sourceFiles, withoutComments } from './support/source-files.ts';

const product = sourceFiles('shared', 'functions', 'infra');
const environment = 'shared/settings/process-environment.ts';

const filesWith = (word: RegExp, files: readonly SourceFile[] = product) =>
  files.filter(({ text }) => word.test(withoutComments(text))).map(({ path }) => path);

const asksEnvironment = /\bprocess\s*\.\s*env\b|\bprocess\s*\[|\}\s*=\s*process\s*;|'(node:)?process'/;

describe('the environment', () => {
  test('is touched in one file', () => {
    expect(filesWith(asksEnvironment)).toEqual([environment]);
  });

  test('is asked for where a program begins, and for the processes that it begins', () => {
    const askers = product.filter((file) =>
      importsOf(file).some(({ target, typeOnly }) => target === environment && !typeOnly),
    );
    expect(askers.map(({ path }) => path)).toEqual([
      'functions/host.ts',
      'infra/author/screenshots/open-browser.ts',
      'infra/laptop/child-environment.ts',
      'infra/laptop/serve.ts',
      'infra/laptop/worker.ts',
      'infra/proof/bench/bundle/import-times.ts',
      'infra/proof/bench/lab/lab.ts',
    ]);
  });

  test.each([
    'const a = process.env.A;',
    "const a = process['env'];",
    'const { env } = process;',
    "import { env } from 'node:process';",
  ])('is seen in %s', (text) => {
    expect(filesWith(asksEnvironment, [{ path: 'a.ts', text }])).toEqual(['a.ts']);
  });
});

test('nothing is left for others in a global place', () => {
  expect(filesWith(/\bglobalThis\b|\bSymbol\.for\b/)).toEqual([]);
});

/** Each cast past the compiler stands here with its reason: none is about a port. */
const castReasons: Readonly<Record<string, string>> = {
  'infra/author/event/event-schemas.ts': "zod's type of a JSON schema has more forms than an object's",
  'infra/laptop/table/plain-operation.ts': 'asks whether plain attributes are an item',
  'shared/aws/clients.ts': "AWS's SDK asks whether a logger has `info`; its type says that all have",
  'shared/aws/dynamo-evidence.ts': 'an item is read back as this file wrote it',
  'shared/aws/dynamo-touchpoints.ts': 'an item is read back as this file wrote it',
  'shared/core/language/schedule-rule.ts': 'Node and a bundler find the names of `rrule` in two places',
};

test('a cast past the compiler has a reason, and no reason outlives its cast', () => {
  expect(filesWith(/\bas (unknown|any|never) as\b|\bas any\b/).sort()).toEqual(Object.keys(castReasons));
});

test('no cast makes an engine, a world or ports of what may lack some', () => {
  expect(
    filesWith(/\bas (unknown as )?(Engine|World|Pick<World|\w*Ports|DeploymentWith|Target|Host)\b/),
  ).toEqual([]);
});
