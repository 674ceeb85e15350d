/** Whether a scenario asks for an attribute that must be looked up first, and whether anything live counts signs. */
import type { AttributeName } from './filter.ts';
import type { Scenario } from './scenario.ts';
import type { Segment } from './segment.ts';

const known = new WeakMap<Scenario, Map<string, boolean>>();

/** Attributes that count signs: where somebody asks for one, each sign is written. */
const counting = ['customer.views.times', 'customer.score'];

const countedBy = new WeakMap<Scenario | Segment, boolean>();

/** True where one of these asks how often the customer looked at something, or for the lead score. */
export function countsSigns(asking: readonly (Scenario | Segment)[]): boolean {
  return asking.some((one) => {
    const text = countedBy.has(one) ? '' : JSON.stringify(one);
    const counts = countedBy.get(one) ?? counting.some((attribute) => text.includes(`"${attribute}"`));
    countedBy.set(one, counts);
    return counts;
  });
}

/** True where any filter of the scenario names the attribute. */
export function asksFor(scenario: Scenario, attribute: AttributeName): boolean {
  const answers = known.get(scenario) ?? new Map<string, boolean>();
  known.set(scenario, answers);
  const answer = answers.get(attribute) ?? JSON.stringify(scenario).includes(`"the":"${attribute}"`);
  answers.set(attribute, answer);
  return answer;
}
