/** What `check` asks of live scenarios hangs on the switches of cdk.json, and on nothing that cannot run at all. */
import { expect, test } from 'vitest';
import { notYetMended } from '../../../../infra/author/check/not-yet-mended.ts';
import { storyFindings } from '../../../../infra/author/check/story-findings.ts';
import { type Library, loadLibrary, productRoot } from '../../../../infra/author/library.ts';
import { textFilesIn } from '../../../../infra/author/templates/text-files.ts';
import type { Filter } from '../../../../shared/core/language/filter.ts';
import type { Scenario } from '../../../../shared/core/language/scenario.ts';
import { marketing, send, templates } from '../../../support/scenarios.ts';

const library = (...scenarios: readonly Scenario[]): Library => ({
  root: productRoot,
  scenarios,
  files: new Map(scenarios.map((one) => [one, `shared/programs/${one.id}.ts`])),
  catalogue: Object.fromEntries(
    Object.entries(templates).map(([name, template]) => [name, { ...template, variables: [] }]),
  ),
  locales: ['ja', 'en'],
  segments: [],
  shelves: [],
  texts: textFilesIn(productRoot, []),
});

const waiting = marketing({ waitsFor: 'voices', steps: [send('a')] });
const says = (given: Library, settings: Parameters<typeof storyFindings>[1] = { scenarios: {} }) =>
  storyFindings(given, settings).faults.map((fault) => fault.says);

test('what waits for something is a fault where it is live, by the switches', () => {
  const findings = storyFindings(library(waiting), { scenarios: {} });
  expect(findings.faults).toEqual([
    {
      file: 'shared/programs/letters.ts',
      scenario: 'letters@1',
      step: undefined,
      says: expect.stringContaining('it is live, and waits for "voices"'),
    },
  ]);
  expect(says(library(waiting), { scenarios: { letters: { on: false } } })).toEqual([]);
  expect(says(library(waiting), { scenarios: { '*': { percent: 0 } } })).toEqual([]);
  const off = { ...waiting, enabled: false };
  expect(says(library(off))).toEqual([]);
  expect(says(library(off), { scenarios: { letters: { on: true } } })).toHaveLength(1);
});

test('another of the group shuts nobody out where it is switched off', () => {
  const trigger = { on: 'OrderPlaced', oncePer: 'ever' } as const;
  const pair = library(marketing({ id: 'one', group: 'g', trigger }), marketing({ id: 'two', group: 'g' }));
  expect(says(pair)).toEqual([expect.stringContaining('whoever is in "two"')]);
  expect(says(pair, { scenarios: { two: { on: false } } })).toEqual([]);
});

test('an older version is asked nothing, and a switch that names nothing is told of', () => {
  const next = marketing({ version: 2, inFlight: 'stay', steps: [send('a')] });
  expect(says(library(waiting, next))).toEqual([]);
  expect(says(library(next), { scenarios: { leters: { on: false } } })).toEqual([
    expect.stringContaining('names "leters", which is no scenario'),
  ]);
});

test('a question that nobody can answer with yes is a fault in what is switched off too, and in a segment', () => {
  const never = { the: 'customer.consent', is: 'line:offers' } as unknown as Filter;
  const off = marketing({ enabled: false, steps: [send('a', { when: never })] });
  expect(says(library(off))).toEqual([expect.stringContaining('"customer.consent" is never "line:offers"')]);
  const segments = [{ name: 'reachable', means: 'By LINE.', is: never }];
  expect(says({ ...library(), segments })).toEqual([expect.stringContaining('segment "reachable": ')]);
});

test('a scenario that cannot run is told of elsewhere', () => {
  expect(says(library({ ...waiting, steps: [{ id: 'x', kind: 'nothing' }] } as never))).toEqual([]);
});

test('what ships is right but for what waits to be mended, and each of that is a fault still', async () => {
  const { faults, warnings } = storyFindings(await loadLibrary(productRoot, 'shipped'), { scenarios: {} });
  const waitingFor = notYetMended.filter((name) => !/^(reach|nobody) /.test(name));
  expect(faults).toEqual([]);
  expect(warnings).toHaveLength(waitingFor.length);
  expect(new Set(notYetMended).size).toBe(notYetMended.length);
});
