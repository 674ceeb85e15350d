/** The simulation is worth what it finds: each deliberate fault, with the product's own assertions and without them. */
import { expect, test } from 'vitest';
import { allFaults } from './faults.ts';
import { type Assertions, eachOf, trialStore, tryMutant } from './mutant-trial.ts';
import { type Mutant, mutants, mutantsOfContract } from './mutants.ts';
import { MutantOutOfDate, mutated } from './mutate.ts';
import { commandFor } from './shrink.ts';
import { simulate } from './simulation.ts';

/** A seed that no longer shows its fault may give way to the next ones. */
const steps = 40_000;
const atOnce = 2;

async function escaped(tried: readonly Mutant[], assertions: Assertions): Promise<string[]> {
  const caught = await eachOf(tried, atOnce, (mutant) => tryMutant(mutant, assertions, steps));
  return tried.filter((_, nth) => caught[nth] === undefined).map(({ name }) => name);
}

test('the simulation alone catches every mutant', async () => {
  expect(mutants.length).toBeGreaterThanOrEqual(47);
  expect(await escaped(mutants, 'off')).toEqual([]);
});

test('with the assertions of production every mutant of the delivery contract is caught', async () => {
  expect(await escaped(mutantsOfContract, 'on')).toEqual([]);
});

test('the product as it is keeps every promise over the seeds that the mutants break', async () => {
  for (const seed of new Set(mutants.map((mutant) => mutant.seed))) {
    const options = { seed, ...trialStore, faults: allFaults, scenarios: 'both' } as const;
    const { violation } = await simulate(options);
    expect(violation, commandFor(options)).toBeUndefined();
  }
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
  expect(files.filter((file) => !/^(shared|functions)\//.test(file))).toEqual([]);
});
