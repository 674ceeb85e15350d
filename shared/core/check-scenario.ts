/** Refuses a wrong scenario when it is loaded, with a sentence that names scenario, step and remedy. */
import { filterFaults } from './check-filter.ts';
import type { EventName } from './event-names.ts';
import { isAboutOrder } from './event-names.ts';
import type { Scenario, Step } from './scenario.ts';
import type { TemplateFacts } from './scenario-book.ts';
import { scenarioSchema } from './scenario-schema.ts';
import { shapeFault } from './shape-fault.ts';

export class InvalidScenario extends Error {
  override readonly name = 'InvalidScenario';
  readonly code = 'INVALID_SCENARIO';
}

/** Throws {@link InvalidScenario} with every fault found, each with its place and what to do. */
export function checkScenario(scenario: Scenario, templates: Readonly<Record<string, TemplateFacts>>): void {
  const faults = scenarioFaults(scenario, templates);
  if (faults.length === 0) return;
  const id = typeof scenario?.id === 'string' ? scenario.id : '(no id)';
  throw new InvalidScenario(
    `Scenario ${id} needs a change:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
  );
}

/** Every fault of shape, or else of meaning: its place (`step "week": …`) and what to do. None: the scenario is right. */
export function scenarioFaults(
  scenario: Scenario,
  templates: Readonly<Record<string, TemplateFacts>>,
): string[] {
  const faults = shapeFaults(scenario);
  return faults.length > 0 ? faults : meaningFaults(scenario, templates);
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

function meaningFaults(scenario: Scenario, templates: Readonly<Record<string, TemplateFacts>>): string[] {
  const orderly = isAboutOrder(scenario.trigger.on);
  return [
    ...topicFaults(scenario),
    ...orderFaults(scenario, orderly),
    ...filterFaults(scenario),
    ...stepFaults(scenario, templates),
    ...wayFaults(scenario),
  ];
}

function topicFaults(scenario: Scenario): string[] {
  const { kind, topic } = scenario as { kind: Scenario['kind']; topic?: unknown };
  if (kind === 'marketing' && topic === undefined) return ['topic: marketing needs one, such as "tips"'];
  if (kind === 'transactional' && topic !== undefined)
    return ['topic: leave it out of a transactional scenario'];
  return [];
}

function orderFaults(scenario: Scenario, orderly: boolean): string[] {
  if (orderly) return [];
  const faults: string[] = [];
  const trigger = scenario.trigger.on as EventName;
  if (scenario.trigger.oncePer === 'order') {
    faults.push(`trigger: ${trigger} is about no order; use oncePer "ever" or { every: … }`);
  }
  for (const step of scenario.steps) {
    if (step.kind === 'wait' && 'until' in step && step.until.after !== 'entry') {
      faults.push(`step "${step.id}": ${trigger} is about no order; count from "entry"`);
    }
  }
  return faults;
}

function stepFaults(scenario: Scenario, templates: Readonly<Record<string, TemplateFacts>>): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const step of scenario.steps) {
    if (ids.has(step.id)) faults.push(`step "${step.id}": the id is used twice; rename one`);
    ids.add(step.id);
  }
  for (const step of scenario.steps) {
    if (step.kind === 'branch') {
      for (const target of [...step.when.map((way) => way.then), step.else]) {
        if (!ids.has(target)) faults.push(`step "${step.id}": there is no step "${target}" to go to`);
      }
    }
    if (step.kind === 'send') faults.push(...sendFaults(step.id, step.template, scenario.kind, templates));
  }
  return faults;
}

function sendFaults(
  step: string,
  template: string,
  kind: Scenario['kind'],
  templates: Readonly<Record<string, TemplateFacts>>,
): string[] {
  const facts = Object.hasOwn(templates, template) ? templates[template] : undefined;
  if (!facts) return [`step "${step}": there is no template "${template}" in the catalogue`];
  if (facts.kind === kind) return [];
  return [`step "${step}": template "${template}" is ${facts.kind}, the scenario is ${kind}`];
}

/**
 * Steps nothing leads to, and circles in which nobody ever waits. A wait until a day does not count: in the second
 * round that day is over.
 */
function wayFaults(scenario: Scenario): string[] {
  const index = new Map(scenario.steps.map((step, i) => [step.id as string, i]));
  const ways = scenario.steps.map((step, i) => waysOn(step, i, index));
  const reached = new Set<number>();
  const todo = [0];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    if (reached.has(at) || at >= scenario.steps.length) continue;
    reached.add(at);
    todo.push(...(ways[at] ?? []));
  }
  const faults = scenario.steps
    .filter((_, i) => !reached.has(i))
    .map((step) => `step "${step.id}": nothing leads here; remove it or branch to it`);
  const circle = scenario.steps.find((_, i) => comesBackAtOnce(scenario.steps, ways, i));
  if (circle)
    faults.push(
      `step "${circle.id}": it leads back to itself without a wait; put a wait "for" some time in the circle`,
    );
  return faults;
}

function waysOn(step: Step, i: number, index: ReadonlyMap<string, number>): number[] {
  if (step.kind === 'exit') return [];
  if (step.kind !== 'branch') return [i + 1];
  return [...step.when.map((way) => way.then), step.else].flatMap((id) => index.get(id) ?? []);
}

function comesBackAtOnce(steps: readonly Step[], ways: readonly number[][], start: number): boolean {
  if (waitsInEachRound(steps[start])) return false;
  const seen = new Set<number>();
  const todo = [...(ways[start] ?? [])];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    if (at === start) return true;
    if (seen.has(at) || at >= steps.length || waitsInEachRound(steps[at])) continue;
    seen.add(at);
    todo.push(...(ways[at] ?? []));
  }
  return false;
}

function waitsInEachRound(step: Step | undefined): boolean {
  return step?.kind === 'wait' && 'for' in step;
}
