/** A series remembers its numbers by its own step: a second one of the same template does not go on where the first ended. */
import type { Scenario } from '../scenario.ts';
import type { Series, Step } from '../steps.ts';
import { reachedFrom, waysOf } from '../ways.ts';
import type { StepFault } from './step-fault.ts';

/** Series that send from the first number what an earlier one of the same way has sent. */
export function seriesFaults({ steps }: Scenario): StepFault[] {
  const ways = waysOf(steps);
  const series = steps.flatMap((step, at) => (isSeries(step) ? [{ step, at }] : []));
  return series.flatMap(({ step, at }) => {
    const first = series.find(
      (other) =>
        other.step.template === step.template &&
        other.at < at &&
        reachedFrom(ways[other.at] ?? [], ways).has(at),
    );
    if (!first) return [];
    const says =
      `it begins "${step.template}" anew, which "${first.step.id}" has sent before: make it one series (a filter "when" ` +
      'leaves single numbers out), or give it a template of its own';
    return [{ step: step.id, says }];
  });
}

const isSeries = (step: Step): step is Series => step.kind === 'series';
