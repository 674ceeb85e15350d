/** Refuses a wrong scenario when it is loaded, with a sentence that names scenario, step and remedy. */
import { shapeFault } from '../../values/shape-fault.ts';
import type { Scenario } from '../scenario.ts';
import { scenarioSchema } from '../schema/scenario-schema.ts';
import type { Step } from '../steps.ts';
import type { TemplateFacts } from '../template-facts.ts';
import { filterFaults } from './check-filter.ts';
import { messageStepFaults, stepFaults } from './check-steps.ts';
import { triggerFaults } from './check-trigger.ts';
import { targetFaults, wayFaults } from './check-ways.ts';

export class InvalidScenario extends Error {
  override readonly name = 'InvalidScenario';
  readonly code = 'INVALID_SCENARIO';
}

/** What a scenario may name: messages, and segments where they are known. */
export interface KnownNames {
  readonly templates: Readonly<Record<string, TemplateFacts>>;
  /** Absent: names of segments are not asked. */
  readonly segments?: ReadonlySet<string> | undefined;
}

/** Throws {@link InvalidScenario} with every fault found, each with its place and what to do. */
export function checkScenario(
  scenario: Scenario,
  templates: KnownNames['templates'],
  segments?: KnownNames['segments'],
): void {
  const faults = scenarioFaults(scenario, templates, segments);
  if (faults.length === 0) return;
  const id = typeof scenario?.id === 'string' ? scenario.id : '(no id)';
  throw new InvalidScenario(
    `Scenario ${id} needs a change:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
  );
}

/** Every fault of shape, or else of meaning: its place (`step "week": …`) and what to do. None: the scenario is right. */
export function scenarioFaults(
  scenario: Scenario,
  templates: KnownNames['templates'],
  segments?: KnownNames['segments'],
): string[] {
  const faults = shapeFaults(scenario);
  if (faults.length > 0) return faults;
  return [
    ...topicFaults(scenario),
    ...groupFaults(scenario),
    ...triggerFaults(scenario, segments),
    ...filterFaults(scenario, segments),
    ...stepFaults(scenario),
    ...messageStepFaults(scenario, templates),
    ...moveFaults(scenario),
    ...targetFaults(scenario),
    ...wayFaults(scenario),
  ];
}

function shapeFaults(scenario: Scenario): string[] {
  const result = scenarioSchema.safeParse(scenario);
  if (result.success) return [];
  return result.error.issues.map((issue) => `${placeOf(scenario, issue.path)}: ${shapeFault(issue)}`);
}

/** `step "week"` rather than `steps.0`. */
function placeOf(scenario: Scenario, path: readonly PropertyKey[]): string {
  if (path[0] !== 'steps' || typeof path[1] !== 'number') return path.map(String).join('.') || 'scenario';
  const id = (scenario.steps as readonly Partial<Step>[])[path[1]]?.id;
  return [`step ${id ? `"${id}"` : `number ${path[1] + 1}`}`, ...path.slice(2).map(String)].join(' ');
}

function topicFaults(scenario: Scenario): string[] {
  const { kind, topic, holdout } = scenario as Scenario & { topic?: unknown };
  if (kind === 'marketing') return topic === undefined ? ['topic: marketing needs one, such as "tips"'] : [];
  return [
    ...(topic === undefined ? [] : ['topic: leave it out of a transactional scenario']),
    ...(holdout === undefined ? [] : ['holdout: a transactional message goes to everybody; leave it out']),
  ];
}

function groupFaults({ id, kind, group, replaces, whenTaken }: Scenario): string[] {
  if (whenTaken !== undefined && group === undefined) return ['whenTaken: give the group that may be taken'];
  if (whenTaken === 'wait' && kind === 'transactional')
    return ['whenTaken: order mail waits for nothing; leave it out, or say "replace"'];
  if (replaces === undefined) return [];
  if (group === undefined) return ['replaces: give the group that both are of'];
  return replaces.includes(id)
    ? ['replaces: name others of the group; to begin anew is whileRunning "restart"']
    : [];
}

/** Where people in flight are moved to. The steps they come from are those of a version that may be gone. */
function moveFaults({ inFlight, steps }: Scenario): string[] {
  if (inFlight === undefined || inFlight === 'stay') return [];
  const ids = new Set(steps.map((step) => step.id as string));
  return Object.entries(inFlight.move)
    .filter(([, to]) => !ids.has(to))
    .map(
      ([from, to]) =>
        `inFlight: "${from}" moves to "${to}", and there is no such step; name one of this version`,
    );
}
