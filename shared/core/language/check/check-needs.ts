/** A message that needs another one of its scenario: that must be there, and come first on every way. */
import type { Scenario } from '../scenario.ts';
import { isMessage, type MessageStep } from '../steps.ts';
import { reachedFrom, waysOf } from '../ways.ts';
import type { StepFault } from './step-fault.ts';

/** Faults of the needs of one scenario. Of several named one has to come first. */
export function needFaults({ steps }: Scenario): StepFault[] {
  const ways = waysOf(steps);
  const messages = new Map(steps.flatMap((step, at) => (isMessage(step) ? [[step.id, at] as const] : [])));
  return steps.flatMap((step, at): StepFault[] => {
    const needed = isMessage(step) ? neededBy(step) : [];
    if (needed.length === 0) return [];
    const unknown = needed.filter((id) => !messages.has(id));
    if (unknown.length > 0)
      return unknown.map((id) => ({
        step: step.id,
        says: `it needs "${id}", which is no message here; name one`,
      }));
    const stops = (one: number) => one !== at && needed.some((id) => messages.get(id) === one);
    if (!reachedFrom([0], ways, stops).has(at)) return [];
    const names = needed.map((id) => `"${id}"`).join(' or ');
    const says = `it needs ${names}, and there is a way here on which that cannot have gone: lead each way through it, or branch past this one`;
    return [{ step: step.id, says }];
  });
}

function neededBy(step: MessageStep): readonly string[] {
  const { needs = [] } = step as MessageStep & { readonly needs?: string | readonly string[] };
  return typeof needs === 'string' ? [needs] : needs;
}
