/** Which wait for an arrival lies before a message, whichever way is taken: the message supposes that the order is there. */
import { onceEach } from '../values/once-each.ts';
import type { Scenario } from './scenario.ts';
import type { Step, WaitUntil } from './steps.ts';
import { reachedFrom, waysOf } from './ways.ts';

/** Of the step the latest such wait; of several for the same day the one that is passed last. */
export const arrivalBefore = (scenario: Scenario, step: string): WaitUntil | undefined =>
  arrivalsBefore(scenario).get(step);

/** True where any wait of the scenario counts from an arrival. */
export const waitsForArrival = ({ steps }: Scenario): boolean => steps.some(isForArrival);

const arrivalsBefore = onceEach(({ steps }: Scenario): ReadonlyMap<string, WaitUntil> => {
  const waits = steps.filter(isForArrival).toSorted((a, b) => a.until.day - b.until.day);
  const before = new Map<string, WaitUntil>();
  for (const wait of waits) for (const id of supposing(steps, wait)) before.set(id, wait);
  return before;
});

const isForArrival = (step: Step): step is WaitUntil =>
  step.kind === 'wait' && 'until' in step && step.until.after === 'arrived';

/** A day by the supply may come before the day that is written. */
function neverBefore(one: WaitUntil['until'], other: WaitUntil['until']): boolean {
  if (one.day < other.day) return false;
  return one.ofSupply === undefined || (other.ofSupply !== undefined && one.ofSupply >= other.ofSupply);
}

/** The steps behind the wait, to which no way leads that passes none for as late a day. */
function supposing(steps: readonly Step[], wait: WaitUntil): string[] {
  const ways = waysOf(steps);
  const isAsLate = (at: number) => {
    const other = steps[at];
    return other !== undefined && isForArrival(other) && neverBefore(other.until, wait.until);
  };
  const past = ways[steps.indexOf(wait)] ?? [];
  const behind = reachedFrom(past, ways, isAsLate);
  const around = reachedFrom([0], ways, isAsLate);
  return steps.filter((_, at) => behind.has(at) && !around.has(at)).map(({ id }) => id);
}
