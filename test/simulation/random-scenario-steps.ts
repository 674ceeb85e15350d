/**
 * The steps of a scenario nobody wrote. Every step can be reached; whoever goes back comes to a wait of some days, so
 * that no circle is without one and none turns fast.
 */

import type { Kind } from '../../shared/core/language/scenario.ts';
import type { Branch, Repeat, Step } from '../../shared/core/language/steps.ts';
import type { Trigger } from '../../shared/core/language/trigger.ts';
import { isEventTrigger } from '../../shared/core/language/trigger.ts';
import { fallsThrough, targetsOf } from '../../shared/core/language/ways.ts';
import type { Random } from './random.ts';
import { type Asked, randomFilter } from './random-scenario-filters.ts';
import { randomMessage } from './random-scenario-messages.ts';
import { randomEmit, randomSet, randomWait } from './random-scenario-single.ts';
import { withStanding } from './random-standing.ts';

/** What is drawn about one scenario's steps. */
interface Draft {
  readonly random: Random;
  readonly kind: Kind;
  readonly trigger: Trigger;
  readonly asked: Asked;
  readonly steps: Step[];
}

type Sort = Step['kind'] | 'wait-event';
const anywhere: readonly Sort[] = [
  ...(['wait', 'wait', 'wait', 'wait', 'send', 'send', 'send', 'send', 'series', 'set', 'emit'] as const),
];
/** They lead on to some step ahead, so that none of them is the last. */
const notLast: readonly Sort[] = ['branch', 'branch', 'split', 'goto', 'wait-event', 'wait-event'];

/** One to twelve steps for a scenario of that kind and trigger. */
export function randomSteps(random: Random, kind: Kind, trigger: Trigger): Step[] {
  const length = random.chance(0.1) ? 1 : random.int(2, 12);
  const sorts = Array.from({ length }, (_, i) => {
    const last = i === length - 1;
    return random.pick([
      ...anywhere,
      ...(last ? (['exit'] as const) : notLast),
      ...(i > 1 ? (['repeat', 'exit'] as const) : []),
    ]);
  });
  const names = sorts.map((sort, i) => `${sort}-${i + 1}`);
  const asked = isEventTrigger(trigger) ? 'inside' : 'inside without event';
  const draft: Draft = { random, kind, trigger, asked, steps: [] };
  for (const [i, sort] of sorts.entries()) draft.steps.push(drawn(draft, sort, names, i));
  for (const [i, step] of draft.steps.entries()) settle(draft, step, i);
  return withStanding(reachable(draft), random);
}

function drawn(
  { random, kind, trigger, asked }: Draft,
  sort: Sort,
  names: readonly string[],
  i: number,
): Step {
  const id = names[i] as string;
  const next = names[i + 1] ?? id;
  const ahead = () => random.pick(names.slice(i + 1));
  switch (sort) {
    case 'wait':
    case 'wait-event':
      return randomWait(random, id, trigger, sort === 'wait' ? undefined : [next, ahead()]);
    case 'send':
    case 'series':
      return randomMessage(random, id, sort, kind, asked);
    case 'split': {
      const ways = [next, ahead(), ...(random.chance(0.4) ? [ahead()] : [])];
      return {
        id,
        kind: 'split',
        ways: ways.map((then, n) => ({ variant: `v${n}`, weight: random.int(1, 3), then })),
      };
    }
    case 'branch':
      return { id, kind: 'branch', when: [], else: next };
    case 'goto':
      return { id, kind: 'goto', to: ahead() };
    case 'set':
      return randomSet(random, id);
    case 'emit':
      return randomEmit(random, id);
    case 'repeat':
      return { id, kind: 'repeat', from: '', atMost: random.int(1, 3) };
    case 'exit':
      return random.chance(0.5) ? { id, kind: 'exit' } : { id, kind: 'exit', outcome: 'enough' };
  }
}

/** Gives branches and repeats their ways, now that all steps are there. */
function settle(draft: Draft, step: Step, i: number): void {
  const { random, steps } = draft;
  if (step.kind === 'branch') steps[i] = randomWays(draft, step, i);
  if (step.kind !== 'repeat') return;
  const from = backward(draft, i);
  steps[i] = from === undefined ? randomSet(random, step.id) : ({ ...step, from } as Repeat);
}

/** An earlier wait for some days, made one if need be. */
function backward({ random, steps }: Draft, i: number): string | undefined {
  const waits = steps.slice(0, i).filter((step) => step.kind === 'wait' && 'for' in step);
  if (waits.length === 0) return undefined;
  const { id } = random.pick(waits);
  const at = steps.findIndex((step) => step.id === id);
  steps[at] = { id, kind: 'wait', for: { days: random.int(4, 40), hours: random.int(0, 5) } };
  return id;
}

/** One to three ways on, of which one leads to the next step; others ahead, or back to a wait of some days. */
function randomWays(draft: Draft, branch: Branch, i: number): Branch {
  const { random, steps } = draft;
  const target = () =>
    (random.chance(0.3) ? backward(draft, i) : undefined) ?? random.pick(steps.slice(i + 1)).id;
  const targets = Array.from({ length: random.int(1, 3) }, target);
  const next = (steps[i + 1] as Step).id;
  const [last = next, ...others] = random.chance(0.5) ? [next, ...targets] : [...targets, next];
  return { ...branch, when: others.map((then) => ({ if: question(draft, i), then })), else: last };
}

/** Now and then about what became of the run's own messages and splits. */
function question({ random, steps, asked }: Draft, i: number): Branch['when'][number]['if'] {
  const before = random.chance(0.4) ? steps.slice(0, i) : [];
  const messages = before.filter(({ kind }) => kind === 'send' || kind === 'series');
  const splits = before.filter(({ kind }) => kind === 'split');
  if (splits.length > 0) return { the: 'enrolment.variants', is: `${random.pick(splits).id}:v0` };
  if (messages.length === 0) return randomFilter(random, asked);
  return { the: random.pick(['enrolment.sent', 'enrolment.clicked'] as const), is: random.pick(messages).id };
}

/** A step that nothing leads to gets a way from a branch before it; where there is none, what keeps from it gives way. */
function reachable(draft: Draft): Step[] {
  const { random, steps } = draft;
  for (;;) {
    const lost = steps.findIndex(({ id }, i) => i > 0 && !isReached(steps, i, id));
    const step = steps[lost];
    if (step === undefined) return steps;
    const branch = steps.findLastIndex(({ kind }, i) => i < lost && kind === 'branch');
    const known = steps[branch];
    if (known?.kind === 'branch' && known.when.length < 6) {
      const when = [{ if: question(draft, branch), then: step.id }, ...known.when];
      steps[branch] = { ...known, when };
    } else steps[lost - 1] = randomSet(random, (steps[lost - 1] as Step).id);
  }
}

/** True where the step before falls through to it, or one before it names it: all of those are reached themselves. */
function isReached(steps: readonly Step[], i: number, id: string): boolean {
  const before = steps.slice(0, i);
  return fallsThrough(before.at(-1) as Step) || before.some((step) => targetsOf(step).includes(id));
}
