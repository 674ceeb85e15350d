/** The scenarios a deployment runs: the newest of each id lets people in, older ones carry those who are inside. */
import { checkScenario, InvalidScenario } from './check-scenario.ts';
import type { Filter } from './filter.ts';
import { eventFieldsOf } from './filter-fields.ts';
import type { EventRule, Scenario, Step } from './scenario.ts';
import type { Segment } from './segment.ts';

/** What the engine knows of a template: its kind, and the event fields it names (paths such as `order.items.name`). */
export interface TemplateFacts {
  readonly kind: 'transactional' | 'marketing';
  readonly eventFields: readonly string[];
  /** How many numbers it has, where it is the template of a series. */
  readonly numbered?: number | undefined;
}

export interface ScenarioBook {
  /** The newest version of each scenario. */
  readonly current: readonly Scenario[];
  /** The version an enrolment is in. Throws {@link UnknownScenarioVersion}. */
  find(id: string, version: number): Scenario;
  has(id: string, version: number): boolean;
  /** The segments scenarios may ask for. */
  readonly segments: readonly Segment[];
  /** The event fields that the scenario's templates and filters name: all that an enrolment keeps. */
  fieldsOf(scenario: Scenario): readonly string[];
}

/**
 * Thrown for an enrolment in a scenario version that this code does not have: a newer deploy wrote it, or a version
 * was removed while people were inside. Nothing is written; the message is parked until code arrives that knows it.
 */
export class UnknownScenarioVersion extends Error {
  override readonly name = 'UnknownScenarioVersion';
  readonly code = 'UNKNOWN_SCENARIO_VERSION';
}

/** Checks every scenario and opens the book. Throws `InvalidScenario`. */
export function openBook(
  scenarios: readonly Scenario[],
  templates: Readonly<Record<string, TemplateFacts>>,
  segments: readonly Segment[] = [],
): ScenarioBook {
  const byVersion = new Map<string, Scenario>();
  const newest = new Map<string, Scenario>();
  for (const scenario of scenarios) {
    checkScenario(scenario, templates);
    const key = `${scenario.id}@${scenario.version}`;
    if (byVersion.has(key))
      throw new InvalidScenario(`Scenario ${key} is registered twice: raise the version of one.`);
    byVersion.set(key, scenario);
    const other = newest.get(scenario.id);
    if (!other || other.version < scenario.version) newest.set(scenario.id, scenario);
  }
  const fields = new Map(scenarios.map((scenario) => [scenario, fieldsNamed(scenario, templates)]));
  return {
    current: [...newest.values()],
    segments,
    find(id, version) {
      const scenario = byVersion.get(`${id}@${version}`);
      if (scenario) return scenario;
      throw new UnknownScenarioVersion(
        `Scenario ${id} version ${version} is not in this deployment: deploy code that has it.`,
      );
    },
    has: (id, version) => byVersion.has(`${id}@${version}`),
    fieldsOf: (scenario) => fields.get(scenario) ?? [],
  };
}

function fieldsNamed(scenario: Scenario, templates: Readonly<Record<string, TemplateFacts>>): string[] {
  const named = scenario.steps.flatMap((step: Step) => {
    if (step.kind === 'send') return templates[step.template]?.eventFields ?? [];
    if (step.kind === 'branch') return step.when.flatMap((way) => eventFieldsOf(way.if));
    return [];
  });
  return [...new Set(named)].sort();
}

/** The rules of `exitOn` about events, each in its long form. */
export function exitRules(scenario: Scenario): readonly EventRule[] {
  return (scenario.exitOn ?? []).flatMap((rule) => {
    if (typeof rule === 'string') return [{ on: rule }];
    return 'on' in rule ? [rule] : [];
  });
}

/** The states that end a run: any of them. */
export function exitStates(scenario: Scenario): readonly Filter[] {
  return (scenario.exitOn ?? []).flatMap((rule) =>
    typeof rule !== 'string' && 'when' in rule ? [rule.when] : [],
  );
}
