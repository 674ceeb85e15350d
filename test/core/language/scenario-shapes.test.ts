/** The hand-written types of scenarios, which put an error on its line, and the schemas of loaded data say the same. */
import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import type { Comparison, Filter } from '../../../shared/core/language/filter.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { scenarioSchema } from '../../../shared/core/language/schema/scenario-schema.ts';
import type { comparison, ReadFilter } from '../../../shared/core/language/schema/scenario-schema-parts.ts';
import { step } from '../../../shared/core/language/schema/scenario-schema-steps.ts';
import { limit, trigger } from '../../../shared/core/language/schema/scenario-schema-trigger.ts';
import type { Step } from '../../../shared/core/language/steps.ts';
import type { Trigger } from '../../../shared/core/language/trigger.ts';
import { fullScenarios, fullSteps, fullTriggers } from './full-scenarios.ts';
import type { Difference } from './type-difference.ts';

type Read = z.infer<typeof scenarioSchema>;
type ReadStep = Read['steps'][number];
type StepOf<Steps, Kind> = Extract<Steps, { kind: Kind }>;

/** A field that differs is named by the compiler on the line of what it is a field of. */
const differences: {
  scenario: Difference<Scenario, Read, 'steps' | 'trigger'>;
  trigger: Difference<Trigger, Read['trigger']>;
  comparison: Difference<Comparison, z.infer<typeof comparison>>;
  filter: Difference<Filter, ReadFilter>;
  steps: { [Kind in (Step | ReadStep)['kind']]: Difference<StepOf<Step, Kind>, StepOf<ReadStep, Kind>> };
} = {
  scenario: {},
  trigger: {},
  comparison: {},
  filter: {},
  steps: {
    wait: {},
    send: {},
    series: {},
    branch: {},
    split: {},
    set: {},
    emit: {},
    repeat: {},
    goto: {},
    exit: {},
  },
};

interface Same {
  readonly is: 'a' | 'b';
  readonly also?: { readonly deep: readonly number[] };
}

/** What a difference is, each said by the name of its field. */
const found: [
  Difference<Same, { is: 'a' | 'b'; also?: { deep: number[] } | undefined }>,
  Difference<{ of: 1 } | { by?: 2 }, { of?: 1; by?: 2 }>,
  Difference<Same, Same & { more?: string }>,
  Difference<Same & { more?: string }, Same>,
  Difference<Same, { is: 'a'; also?: { deep: number[] } }>,
  Difference<Same, { is?: 'a' | 'b'; also?: { deep: number[] } }>,
  Difference<Same, { is: 'a' | 'b'; also?: { deep: string[] } }>,
  Difference<Same, { is: 'a' | 'b'; also?: { deep: number[]; deeper?: true } }>,
  Difference<{ when: Filter }, { when: unknown }>,
  Difference<{ a: { b: { c: { d: { e: 1 }[] } } } }, { a: { b: { c: { d: { e: 2 }[] } } } }>,
  Difference<{ by: Record<string, string> }, { by: Record<string, number> }>,
] = [
  {},
  {},
  { more: 'differs' },
  { more: 'differs' },
  { is: 'differs' },
  { is: 'differs' },
  { 'also.deep': 'differs' },
  { 'also.deeper': 'differs' },
  { when: 'differs' },
  { 'a.b.c.d.e': 'differs' },
  { 'by.*': 'differs' },
];

const fieldsOf = (examples: readonly object[]) => [...new Set(examples.flatMap(Object.keys))].sort();

test('types and schemas have no field that differs', () => {
  const { steps, ...rest } = differences;
  const named = [...Object.values(rest), ...Object.values(steps)].flatMap((difference) =>
    Object.keys(difference),
  );
  expect(named).toEqual([]);
  expect(found.filter((difference) => Object.keys(difference).length > 0)).toHaveLength(9);
});

test('a scenario with every field that the types know is read as it stands', () => {
  for (const scenario of fullScenarios) expect(scenarioSchema.parse(scenario)).toEqual(scenario);
});

test('the schemas know no field that the types do not', () => {
  expect(fieldsOf(fullScenarios)).toEqual(Object.keys(scenarioSchema.shape).sort());
  expect(fieldsOf(fullTriggers)).toEqual(Object.keys(trigger.shape).sort());
  expect(fieldsOf(fullScenarios.map((scenario) => scenario.limit ?? {}))).toEqual(
    Object.keys(limit.shape).sort(),
  );
  const fields = (kind: string | undefined) => fieldsOf(fullSteps.filter((one) => one.kind === kind));
  const { options } = step._zod.def;
  for (const { shape } of options)
    expect(fields(shape.kind._zod.def.values[0])).toEqual(Object.keys(shape).sort());
  expect(options).toHaveLength(new Set(fullSteps.map(({ kind }) => kind)).size);
});
