/** Where the steps lead: to steps that are there, past every step, and never round in a circle without a wait. */
import type { Scenario } from '../scenario.ts';
import type { Step } from '../steps.ts';
import { reachedFrom, targetsOf, waysOf } from '../ways.ts';

/** Ids used twice, steps that are not there, and repeats that do not lead back. */
export function targetFaults({ steps }: Scenario): string[] {
  const faults: string[] = [];
  const index = new Map<string, number>();
  for (const [i, step] of steps.entries()) {
    if (index.has(step.id)) faults.push(`step "${step.id}": the id is used twice; rename one`);
    else index.set(step.id, i);
  }
  for (const step of steps) {
    for (const target of targetsOf(step)) {
      if (!index.has(target)) faults.push(`step "${step.id}": there is no step "${target}" to go to`);
    }
    if (step.kind === 'repeat' && (index.get(step.from) ?? -1) >= (index.get(step.id) ?? 0))
      faults.push(`step "${step.id}": a repeat goes back; "${step.from}" comes after it, so use a goto`);
  }
  return faults;
}

/**
 * Steps nothing leads to, and circles in which nobody ever waits. A wait until a day or a date does not count: in the
 * second round it is over; nor does a series, which has sent all its messages by then.
 */
export function wayFaults({ steps }: Scenario): string[] {
  const ways = waysOf(steps);
  const reached = reachedFrom([0], ways);
  const faults = steps
    .filter((_, i) => !reached.has(i))
    .map((step) => `step "${step.id}": nothing leads here; remove it or branch to it`);
  const waits = (i: number) => waitsInEachRound(steps[i]);
  const circle = steps.find((_, i) => !waits(i) && reachedFrom(ways[i] ?? [], ways, waits).has(i));
  if (circle)
    faults.push(
      `step "${circle.id}": it leads back to itself without a wait; put a wait "for" some time in the circle`,
    );
  return faults;
}

function waitsInEachRound(step: Step | undefined): boolean {
  return step?.kind === 'wait' && ('for' in step || 'next' in step || 'event' in step);
}
