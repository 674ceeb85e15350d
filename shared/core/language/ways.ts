/** The ways between the steps of a scenario: where each leads, and all that is reached from there. */
import type { Step } from './steps.ts';

/** The steps it names, beside the one that follows. */
export function targetsOf(step: Step): string[] {
  switch (step.kind) {
    case 'branch':
      return [...step.when.map((way) => way.then), step.else];
    case 'split':
      return step.ways.map((way) => way.then);
    case 'repeat':
      return [step.from];
    case 'goto':
      return [step.to];
    case 'wait':
      if ('event' in step) return [step.then, step.else];
      return 'date' in step && step.past !== undefined ? [step.past] : [];
    case 'send':
    case 'series':
    case 'set':
    case 'emit':
    case 'exit':
      return [];
    default:
      return neverStep(step);
  }
}

function neverStep(step: never): never {
  throw new Error(`Step kind ${(step as Step).kind} is not known to this code.`);
}

/** Whether the walk may go on to the step that stands below. */
export function fallsThrough(step: Step): boolean {
  if (step.kind === 'wait') return !('event' in step);
  return !['branch', 'split', 'goto', 'exit'].includes(step.kind);
}

/** Of each step where one may go on, by place; the place behind the last step is the end, and a target that is missing is left out. */
export function waysOf(steps: readonly Step[]): readonly (readonly number[])[] {
  const index = new Map(steps.map((step, i) => [step.id as string, i]));
  return steps.map((step, i) => [
    ...(fallsThrough(step) ? [i + 1] : []),
    ...targetsOf(step).flatMap((id) => index.get(id) ?? []),
  ]);
}

/** The places one comes to from `starts`, themselves counted; `stops` are neither come to nor passed. */
export function reachedFrom(
  starts: readonly number[],
  ways: readonly (readonly number[])[],
  stops: (at: number) => boolean = () => false,
): ReadonlySet<number> {
  const reached = new Set<number>();
  const todo = [...starts];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    if (reached.has(at) || at >= ways.length || stops(at)) continue;
    reached.add(at);
    todo.push(...(ways[at] ?? []));
  }
  return reached;
}
