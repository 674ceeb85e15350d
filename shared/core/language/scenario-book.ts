/** The scenarios a deployment runs: the newest of each id lets people in, older ones carry those who are inside. */
import { isByParcel } from '../events/event-catalogue.ts';
import { onceEach } from '../values/once-each.ts';
import { checkScenarios } from './check/check-scenarios.ts';
import { exitStates } from './exit-rules.ts';
import { eventFieldOfDate, eventFieldsOf } from './filter-fields.ts';
import { type Reach, reachOf } from './reach.ts';
import type { Scenario } from './scenario.ts';
import { indexOf, type ScenarioIndex } from './scenario-index.ts';
import type { Segment } from './segment.ts';
import { segmentsNamed } from './segments-named.ts';
import { isMessage, type Step } from './steps.ts';
import type { StoreFacts } from './store-room.ts';
import type { Survey } from './survey.ts';
import type { TemplateFacts } from './template-facts.ts';
import { eventOfTrigger } from './trigger.ts';

/** What customers are asked: by messages, and on the preference page. */
type Asked = Partial<Pick<StoreFacts, 'interests' | 'values'>> & { readonly surveys?: readonly Survey[] };

export interface ScenarioBook {
  /** The newest version of each scenario. */
  readonly current: readonly Scenario[];
  /** The open ones of them by what they ask. */
  readonly index: ScenarioIndex;
  /** The version an enrolment is in. Throws {@link UnknownScenarioVersion}. */
  find(id: string, version: number): Scenario;
  has(id: string, version: number): boolean;
  /** The segments scenarios may ask for. */
  readonly segments: readonly Segment[];
  /** What a message may ask. */
  readonly surveys: readonly Survey[];
  /** What a customer may choose on the preference page. */
  readonly preferences: Pick<StoreFacts, 'interests' | 'values'>;
  /** The segments that a scenario names. */
  segmentsOf(scenario: Scenario): readonly string[];
  /** By step, what a customer may still come to from there on. */
  reachOf(scenario: Scenario): ReadonlyMap<string, Reach>;
  /** What is known of a message's template; undefined where there is none of that name. */
  template(name: string): TemplateFacts | undefined;
  /** The event fields that the scenario's templates and filters name: all that an enrolment keeps. */
  fieldsOf(scenario: Scenario): readonly string[];
}

/**
 * Thrown for an enrolment in a scenario version that this code does not have: a newer deploy wrote it, or a version
 * was removed while people were inside. Nothing is written; the message is put off until code arrives that knows it.
 */
export class UnknownScenarioVersion extends Error {
  override readonly name = 'UnknownScenarioVersion';
  readonly code = 'UNKNOWN_SCENARIO_VERSION';
}

/**
 * Checks every scenario and segment, and opens the book. Throws `InvalidScenario`.
 *
 * @param segments those a scenario may name; without them, names of segments are not asked
 * @param questions what customers are asked
 */
export function openBook(
  scenarios: readonly Scenario[],
  templates: Readonly<Record<string, TemplateFacts>>,
  segments?: readonly Segment[],
  questions: Asked = {},
): ScenarioBook {
  checkScenarios(scenarios, templates, segments);
  return openCheckedBook(scenarios, templates, segments, questions);
}

/** Opens the book of what {@link checkScenarios} has passed, here or where it was built: an unchecked one is not for it. */
export function openCheckedBook(
  scenarios: readonly Scenario[],
  templates: Readonly<Record<string, TemplateFacts>>,
  segments: readonly Segment[] | undefined,
  questions: Asked,
): ScenarioBook {
  const byVersion = new Map<string, Scenario>();
  const newest = new Map<string, Scenario>();
  for (const scenario of scenarios) {
    byVersion.set(`${scenario.id}@${scenario.version}`, scenario);
    const other = newest.get(scenario.id);
    if (!other || other.version < scenario.version) newest.set(scenario.id, scenario);
  }
  const current = [...newest.values()];
  return {
    current,
    index: indexOf(current),
    segments: segments ?? [],
    surveys: questions.surveys ?? [],
    preferences: { interests: questions.interests ?? [], values: questions.values ?? [] },
    find(id, version) {
      const scenario = byVersion.get(`${id}@${version}`);
      if (scenario) return scenario;
      throw new UnknownScenarioVersion(
        `Scenario ${id} version ${version} is not in this deployment: deploy code that has it.`,
      );
    },
    has: (id, version) => byVersion.has(`${id}@${version}`),
    // Made when a scenario is first asked for: a function meets few of them.
    segmentsOf: onceEach((scenario) => segmentsNamed(scenario, segments ?? [])),
    reachOf: onceEach(reachOf),
    template: (name) => (Object.hasOwn(templates, name) ? templates[name] : undefined),
    fieldsOf: onceEach((scenario) => fieldsNamed(scenario, templates)),
  };
}

function fieldsNamed(scenario: Scenario, templates: Readonly<Record<string, TemplateFacts>>): string[] {
  const began = eventOfTrigger(scenario.trigger);
  const named = [
    ...scenario.steps.flatMap((step) => fieldsOfStep(step, templates)),
    ...exitStates(scenario).flatMap(eventFieldsOf),
    ...(began !== undefined && isByParcel(began) ? ['shipment.id', 'shipment.number'] : []),
  ];
  return [...new Set(named)].sort();
}

function fieldsOfStep(step: Step, templates: Readonly<Record<string, TemplateFacts>>): readonly string[] {
  if (isMessage(step)) {
    const asked = step.when ? eventFieldsOf(step.when) : [];
    const before = step.before ? eventFieldOfDate(step.before) : [];
    return [...(templates[step.template]?.eventFields ?? []), ...asked, ...before];
  }
  if (step.kind === 'branch') return step.when.flatMap((way) => eventFieldsOf(way.if));
  if (step.kind === 'wait' && 'date' in step) return eventFieldOfDate(step.date);
  return [];
}
