/** What the tests of wrong scenarios begin with: a small store, and the faults of a scenario put together for it. */
import { scenarioFaults } from '../../../shared/core/language/check/check-scenario.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Step } from '../../../shared/core/language/steps.ts';
import { marketing, templates as plain, send } from '../../support/scenarios.ts';

export const templates = { ...plain, letters: { kind: 'marketing' as const, eventFields: [], numbered: 3 } };
const segments = new Set(['vip']);
export const faultsOf = (scenario: unknown) => scenarioFaults(scenario as Scenario, templates, segments);
export const withSteps = (...steps: unknown[]) => marketing({ steps: steps as Step[] });
export const triggered = (trigger: object, ...steps: unknown[]) => ({
  ...withSteps(...steps, send('b')),
  trigger,
});
export const admits = { oncePer: 'ever', whileRunning: 'ignore' };
