/** A message that needs another one: there must be that other, it must come first, and it must be able to go. */
import type { Scenario } from '../scenario.ts';
import { isMessage, type MessageStep } from '../steps.ts';
import { reachedFrom, waysOf } from '../ways.ts';
import type { StepFault } from './step-fault.ts';

interface Needed {
  readonly scenario: string;
  readonly step: string;
}

/** Faults of the needs of one scenario. @param live all scenarios that let people in, each in its newest version */
export function needFaults(scenario: Scenario, live: readonly Scenario[]): StepFault[] {
  return scenario.steps.flatMap((step) => {
    const needed = isMessage(step) ? neededBy(step, scenario.id) : undefined;
    if (!needed) return [];
    const says =
      needed.scenario === scenario.id
        ? withinFault(scenario, step.id, needed.step)
        : elsewhereFault(needed, { scenario: scenario.id, step: step.id }, live);
    return says === undefined ? [] : [{ step: step.id, says }];
  });
}

function neededBy(step: MessageStep, scenario: string): Needed | undefined {
  const { needs } = step as MessageStep & { readonly needs?: string | Needed };
  return typeof needs === 'string' ? { scenario, step: needs } : needs;
}

function withinFault({ steps }: Scenario, step: string, needed: string): string | undefined {
  const at = steps.findIndex(({ id }) => id === needed);
  if (at < 0 || !isMessage(steps[at])) return `it needs "${needed}", which is no message here; name one`;
  const ways = waysOf(steps);
  const place = steps.findIndex(({ id }) => id === step);
  const isPassedBy = reachedFrom([0], ways, (one) => one === at).has(place);
  return isPassedBy || needed === step
    ? `it needs "${needed}", and there is a way here on which that has not gone: lead each way through it, or branch past this one`
    : undefined;
}

function elsewhereFault(needed: Needed, by: Needed, live: readonly Scenario[]): string | undefined {
  const name = `${needed.scenario}/${needed.step}`;
  const message = messageOf(needed, live);
  if (!message) {
    const isThere = live.some(({ id }) => id === needed.scenario);
    return isThere
      ? `it needs "${name}", which is no message of a scenario; name one as { scenario, step }`
      : `it needs "${name}", and "${needed.scenario}" lets nobody in, so it never goes: switch that on, or take the need out`;
  }
  return isCircle(needed, by, live)
    ? `it needs "${name}", which in turn needs this one, so neither ever goes: take one need out`
    : undefined;
}

const messageOf = ({ scenario, step }: Needed, live: readonly Scenario[]): MessageStep | undefined =>
  live
    .find(({ id }) => id === scenario)
    ?.steps.filter(isMessage)
    .find(({ id }) => id === step);

function isCircle(needed: Needed, by: Needed, live: readonly Scenario[]): boolean {
  const seen = new Set<string>();
  let next: Needed | undefined = needed;
  while (next) {
    if (next.scenario === by.scenario && next.step === by.step) return true;
    const name: string = `${next.scenario}/${next.step}`;
    if (seen.has(name)) return false;
    seen.add(name);
    const message: MessageStep | undefined = messageOf(next, live);
    next = message && neededBy(message, next.scenario);
  }
  return false;
}
