/** What of a library a function reads: half of it is words for people and what texts alone name, and each start would read that too. */
import type { Scenario } from './scenario.ts';
import { askedVariables, type TemplateFacts } from './template-facts.ts';

/** Without what the store believes of it. */
export function scenarioToRun(scenario: Scenario): Scenario {
  const { hypothesis, motive, barrier, callToAction, kpi, program, waitsFor, ...run } = scenario;
  return run;
}

/** Without the variables that `showsAny` never looks for. */
export function catalogueToRun(catalogue: Readonly<Record<string, TemplateFacts>>) {
  return Object.fromEntries(Object.entries(catalogue).map(([name, facts]) => [name, factsToRun(facts)]));
}

function factsToRun({ variables, ...facts }: TemplateFacts): TemplateFacts {
  const kept = variables?.filter((name) => askedVariables.some((kind) => name.startsWith(kind)));
  return kept?.length ? { ...facts, variables: kept } : facts;
}
