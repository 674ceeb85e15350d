/** Whether a scenario asks for an attribute that must be looked up first. */
import type { AttributeName } from './filter.ts';
import type { Scenario } from './scenario.ts';

const known = new WeakMap<Scenario, Map<string, boolean>>();

/** True where any filter of the scenario names the attribute. */
export function asksFor(scenario: Scenario, attribute: AttributeName): boolean {
  const answers = known.get(scenario) ?? new Map<string, boolean>();
  known.set(scenario, answers);
  const answer = answers.get(attribute) ?? JSON.stringify(scenario).includes(`"the":"${attribute}"`);
  answers.set(attribute, answer);
  return answer;
}
