/** What an enrolment did between two rests: the branches, splits, facts and events that it passed. */
import { fits } from '../../../shared/core/language/evaluate-filter.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { type Branch, isMessage, type Step } from '../../../shared/core/language/steps.ts';
import { waysOf } from '../../../shared/core/language/ways.ts';
import { filterSubject } from '../../../shared/core/questions/filter-subject.ts';
import type { Customer, Enrolment } from '../../../shared/core/record/customer.ts';
import type { Surroundings } from '../../../shared/core/record/surroundings.ts';

/** A step that says nothing to the customer, and what it did. */
export interface PassedStep {
  readonly step: string;
  readonly says: string;
}

interface Way {
  readonly scenario: Scenario;
  /** Where it rested; before the first step where it has just begun. */
  readonly from: string | undefined;
  /** Where it rests; none where it has ended. */
  readonly to: string | undefined;
  /** Taken, by split. */
  readonly variants: Readonly<Record<string, string>> | undefined;
  /** Where a branch leads, by what is known. */
  readonly turn: (branch: Branch) => string;
}

/** In the order in which they were passed; nothing where no way leads there as the branches stand. */
export function passedSteps(way: Way): PassedStep[] {
  const { to, variants = {} } = way;
  const { steps } = way.scenario;
  const path = pathBetween(way);
  return path.flatMap((at, nth) => {
    const step = steps[at];
    const next = steps[path[nth + 1] ?? -1]?.id ?? to ?? 'the end';
    return step ? didOf(step, next, variants) : [];
  });
}

function didOf(step: Step, next: string, variants: Readonly<Record<string, string>>): PassedStep[] {
  const did = (says: string) => [{ step: step.id, says }];
  switch (step.kind) {
    case 'branch':
      return did(`branch: goes on to ${next}`);
    case 'split':
      return did(`split: variant ${variants[step.id] ?? 'unknown'}`);
    case 'set':
      return did(`set: ${factsOf(step)}`);
    case 'emit':
      return did(`emit: ${step.event}`);
    default:
      return [];
  }
}

function factsOf(step: Extract<Step, { kind: 'set' }>): string {
  const { attributes = {}, addLabels = [], removeLabels = [], category, score } = step;
  return [
    ...Object.entries(attributes).map(([name, value]) => `${name} = ${value}`),
    ...addLabels.map((label) => `label ${label}`),
    ...removeLabels.map((label) => `label ${label} taken away`),
    ...(category ? [`${category.set} is ${category.is}`] : []),
    ...(score === undefined ? [] : [`score ${score > 0 ? '+' : ''}${score}`]),
  ].join(', ');
}

/** The places passed, by the shortest way there is; no message is passed without being told of. */
function pathBetween({ scenario: { steps }, from, to, turn }: Way): number[] {
  const ways = waysOf(steps);
  const onFrom = (at: number): readonly number[] => {
    const step = steps[at];
    if (step?.kind !== 'branch') return at < 0 ? [0] : (ways[at] ?? []);
    return [steps.findIndex(({ id }) => id === turn(step))];
  };
  const start = from === undefined ? -1 : steps.findIndex(({ id }) => id === from);
  const end = to === undefined ? steps.length : steps.findIndex(({ id }) => id === to);
  const exits = (at: number) => to === undefined && steps[at]?.kind === 'exit';
  const todo: (readonly number[])[] = [[start]];
  const seen = new Set<number>();
  for (let path = todo.shift(); path; path = todo.shift()) {
    const at = path.at(-1) ?? start;
    for (const next of onFrom(at)) {
      if (next === end) return path.slice(1);
      if (exits(next)) return [...path.slice(1), next];
      if (seen.has(next) || isMessage(steps[next])) continue;
      seen.add(next);
      todo.push([...path, next]);
    }
  }
  return [];
}

/** As the branches stand now: what was set meanwhile is set already. */
export function turningOf(
  around: Surroundings,
  customer: Customer | undefined,
  enrolment: Enrolment | undefined,
): Way['turn'] {
  return ({ when, else: other }) => {
    if (!customer || !enrolment) return other;
    const subject = filterSubject({ customer, enrolment, event: enrolment.event ?? {}, around });
    return when.find((way) => fits(way.if, subject))?.then ?? other;
  };
}
