/** The simulation is worth what it finds. Here the deliberate faults that show early; `npm run sim:mutants` tries all. */
import { expect, test } from 'vitest';
import { allFaults } from './faults.ts';
import { type Assertions, eachOf, tryMutant } from './mutant-trial.ts';
import { earlyMutants, type Mutant, mutants, trialStore } from './mutants.ts';
import { checkEdits, MutantOutOfDate, mutated } from './mutate.ts';
import { commandFor } from './shrink.ts';
import { simulate } from './simulation.ts';

/** A seed that no longer shows its fault may give way to the next ones. */
const steps = 20_000;
const atOnce = 2;

async function escaped(tried: readonly Mutant[], assertions: Assertions): Promise<string[]> {
  const caught = await eachOf(tried, atOnce, (mutant) => tryMutant(mutant, assertions, steps));
  return tried.filter((_, nth) => caught[nth] === undefined).map(({ name }) => name);
}

test('the simulation alone catches every mutant that shows early', async () => {
  expect(mutants.length).toBeGreaterThanOrEqual(58);
  expect(earlyMutants.length).toBeGreaterThanOrEqual(30);
  expect(await escaped(earlyMutants, 'off')).toEqual([]);
});

test('the product as it is keeps every promise where most mutants break it', async () => {
  for (const seed of [1, 2]) {
    const options = { seed, ...trialStore, faults: allFaults, scenarios: 'both' } as const;
    const { violation } = await simulate(options);
    expect(violation, commandFor(options)).toBeUndefined();
  }
});

test('every mutant finds its text in the source as it is now', () => {
  for (const { name, edits } of mutants) expect(() => checkEdits(edits), name).not.toThrow();
});

test('a mutant whose text has gone from the source, or stands there twice, is refused', () => {
  const edit = { file: 'shared/some.ts', find: 'const most = 2;', replace: 'const most = 9;' };
  expect(mutated('const most = 2;\n', [edit])).toBe('const most = 9;\n');
  expect(() => mutated('const most = 3;\n', [edit])).toThrow(MutantOutOfDate);
  expect(() => mutated('const most = 2;\nconst most = 2;\n', [edit])).toThrow(MutantOutOfDate);
});

test('no two mutants share a name, and each breaks the product alone', () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  const files = mutants.flatMap(({ edits }) => edits.map(({ file }) => file));
  expect(files.filter((file) => !/^(shared|functions|infra\/operator)\//.test(file))).toEqual([]);
});
