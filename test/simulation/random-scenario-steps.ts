/**
 * The steps of a scenario nobody wrote. Every step can be reached; whoever goes back comes to a wait of some days, so
 * that no circle is without one and none turns fast.
 */
import type { Duration } from '../../shared/core/duration.ts';
import type { EventName } from '../../shared/core/event-names.ts';
import { isAboutOrder } from '../../shared/core/event-names.ts';
import type { TemplateName } from '../../shared/core/register.ts';
import type { Branch, Kind, Step } from '../../shared/core/scenario.ts';
import { catalogue } from '../../shared/templates/catalogue.ts';
import type { Random } from './random.ts';
import { randomFilter } from './random-scenario-filters.ts';

type StepKind = Step['kind'];

/** From minutes to some weeks, in any unit or a mixture. */
export function randomSpan(random: Random): Duration {
  switch (random.int(1, 5)) {
    case 1:
      return { minutes: random.int(1, 600) };
    case 2:
      return { hours: random.int(1, 100) };
    case 3:
      return { days: random.int(0, 3), hours: random.int(0, 30), minutes: random.int(1, 90) };
    default:
      return { days: random.int(1, 45) };
  }
}

/** One to twelve steps for a scenario of that kind and trigger. */
export function randomSteps(random: Random, kind: Kind, trigger: EventName): Step[] {
  const kinds = randomKinds(random);
  const names = kinds.map((step, i) => `${step}-${i + 1}`);
  const steps = kinds.map((step, i): Step => {
    const id = names[i] as string;
    if (step === 'wait') return randomWait(random, id, trigger);
    if (step === 'send') return randomSend(random, id, kind);
    if (step === 'exit')
      return random.chance(0.5) ? { id, kind: step } : { id, kind: step, outcome: 'enough' };
    return { id, kind: step, when: [], else: names[i + 1] as string };
  });
  for (const [i, step] of steps.entries())
    if (step.kind === 'branch') steps[i] = randomWays(random, steps, i, step);
  return reachable(random, steps);
}

/** A branch is never the last, and an exit before the end has a branch before it that may lead past it. */
function randomKinds(random: Random): StepKind[] {
  const length = random.chance(0.1) ? 1 : random.int(2, 12);
  const kinds: StepKind[] = [];
  for (let i = 0; i < length; i += 1) {
    const last = i === length - 1;
    const choice: StepKind[] = ['wait', 'wait', 'wait', 'send', 'send', 'send'];
    if (!last) choice.push('branch', 'branch');
    if (last || kinds.includes('branch')) choice.push('exit');
    kinds.push(random.pick(choice));
  }
  return kinds;
}

function randomWait(random: Random, id: string, trigger: EventName): Step {
  if (random.chance(0.5)) return { id, kind: 'wait', for: randomSpan(random) };
  const after = isAboutOrder(trigger) ? random.pick(['entry', 'order', 'arrived'] as const) : 'entry';
  const two = (n: number) => String(n).padStart(2, '0');
  const at = random.chance(0.4)
    ? random.pick(['00:00', '02:30', '03:00', '23:59', '10:00'])
    : `${two(random.int(0, 23))}:${two(random.int(0, 59))}`;
  return { id, kind: 'wait', until: { day: random.int(0, random.pick([3, 30, 90])), after, at } };
}

function randomSend(random: Random, id: string, kind: Kind): Step {
  const templates = Object.entries(catalogue).filter(([, facts]) => facts.kind === kind);
  const template = random.pick(templates)[0] as TemplateName;
  // A message that cannot be rendered comes back hourly until it expires: it must do so within a simulation.
  return random.chance(0.3)
    ? { id, kind: 'send', template, expiry: { hours: random.int(0, 60), minutes: random.int(1, 90) } }
    : { id, kind: 'send', template };
}

/** One to three ways on, of which one leads to the next step; others ahead, or back to a wait of some days. */
function randomWays(random: Random, steps: Step[], i: number, branch: Branch): Branch {
  const targets = Array.from({ length: random.int(1, 3) }, () => randomTarget(random, steps, i));
  const next = (steps[i + 1] as Step).id;
  const [last = next, ...others] = random.chance(0.5) ? [next, ...targets] : [...targets, next];
  return { ...branch, when: others.map((then) => ({ if: randomFilter(random), then })), else: last };
}

function randomTarget(random: Random, steps: Step[], i: number): string {
  const waits = steps.slice(0, i).filter((step) => step.kind === 'wait' && 'for' in step);
  if (waits.length === 0 || random.chance(0.7)) return random.pick(steps.slice(i + 1)).id;
  const { id } = random.pick(waits);
  const at = steps.findIndex((step) => step.id === id);
  steps[at] = { id, kind: 'wait', for: { days: random.int(4, 40), hours: random.int(0, 5) } };
  return id;
}

/** A step behind an exit gets a way to it from a branch before the exit, which is reached itself. */
function reachable(random: Random, steps: Step[]): Step[] {
  for (const [i, step] of steps.entries()) {
    const after = steps[i + 1];
    if (step.kind !== 'exit' || !after) continue;
    const branches = steps.slice(0, i).filter((other) => other.kind === 'branch');
    const branch = random.pick(branches);
    const when = [{ if: randomFilter(random), then: after.id }, ...branch.when];
    steps[steps.indexOf(branch)] = { ...branch, when };
  }
  return steps;
}
