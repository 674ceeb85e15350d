/** Few parameters, and a bag where a function needs more: the linter counts them, and nobody is let off but those named here. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from './support/source-files.ts';

interface Rules {
  readonly linter: { readonly rules: { readonly complexity?: { readonly useMaxParams?: unknown } } };
}
interface Lint extends Rules {
  readonly overrides: readonly (Rules & { readonly includes: readonly string[] })[];
}

const lint: Lint = JSON.parse(readFileSync(new URL('../biome.json', import.meta.url), 'utf8'));
const most = (max: number) => ({ level: 'error', options: { max } });

/** Files with a function of five: each may come off, none may be added. */
const known = ['infra/author/play/play.ts', 'infra/author/play/play-events.ts'];

test('no function of the product has more than four parameters', () => {
  expect(lint.linter.rules.complexity?.useMaxParams).toEqual(most(4));
  const others = lint.overrides.flatMap(({ includes, linter }) => {
    const rule = linter.rules.complexity?.useMaxParams;
    return rule === undefined ? [] : [{ includes, rule }];
  });
  expect(others).toEqual([
    { includes: ['test/**'], rule: 'off' },
    { includes: known, rule: most(5) },
  ]);
});

test('and none is excused where it stands', () => {
  const excused = sourceFiles('shared', 'functions', 'infra').filter(({ text }) =>
    /biome-ignore\S* lint\/complexity\b(?!\/(?!useMaxParams))/.test(text),
  );
  expect(excused.map(({ path }) => path)).toEqual([]);
});
