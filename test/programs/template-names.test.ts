import { expect, test } from 'vitest';
import type { TemplateName } from '../../shared/core/language/register.ts';
import { defineScenario } from '../../shared/core/language/scenario.ts';
import { catalogue } from '../support/shipped.ts';

test('a scenario may only send templates of the catalogue: the type check says so on the line itself', () => {
  const scenario = defineScenario({
    id: 'typed',
    version: 1,
    stage: 'retention',
    kind: 'transactional',
    purpose: 'Shows what compiles.',
    trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
    steps: [
      { id: 'known', kind: 'send', template: 'order-thanks/thanks' },
      // @ts-expect-error there is no such template
      { id: 'unknown', kind: 'send', template: 'order-thanks/thank' },
    ],
  });
  expect(scenario.steps).toHaveLength(2);
});

test('the names of the catalogue are the names the core knows', () => {
  const names: TemplateName[] = Object.keys(catalogue) as (keyof typeof catalogue)[];
  // @ts-expect-error not just any text is a template's name
  const other: TemplateName = 'anything';
  expect(names).not.toContain(other);
});
