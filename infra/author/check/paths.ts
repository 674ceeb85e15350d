/** Every way through a scenario as a straight line of steps, so that each can be played without asking its branches. */

import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage, type Step } from '../../../shared/core/language/steps.ts';
import { fallsThrough, targetsOf } from '../../../shared/core/language/ways.ts';

/** Enough for any scenario a person can read; of more ways only the first are walked. */
const maxPaths = 64;

/** The waits and messages from the first step to an end; a way that comes back to a step ends there. */
export function pathsOf(scenario: Scenario): Step[][] {
  const index = new Map(scenario.steps.map((step, at) => [step.id as string, at]));
  const paths: Step[][] = [];
  const todo: { readonly at: number; readonly line: readonly Step[]; readonly seen: ReadonlySet<number> }[] =
    [{ at: 0, line: [], seen: new Set() }];
  for (let here = todo.pop(); here !== undefined && paths.length < maxPaths; here = todo.pop()) {
    const step = scenario.steps[here.at];
    if (!step || step.kind === 'exit' || here.seen.has(here.at)) {
      paths.push([...here.line]);
      continue;
    }
    const seen = new Set(here.seen).add(here.at);
    const line = step.kind === 'wait' || isMessage(step) ? [...here.line, step] : here.line;
    const next = new Set(targetsOf(step).map((id) => index.get(id) ?? scenario.steps.length));
    if (fallsThrough(step)) next.add(here.at + 1);
    for (const at of next) todo.push({ at, line, seen });
  }
  return paths.filter((line) => line.length > 0);
}
