/** Scenarios of one group that keep one another out for good: what begins one comes once, and finds the other there. */
import type { Filter } from '../filter.ts';
import type { Scenario } from '../scenario.ts';
import { canHold } from './can-hold.ts';
import type { SegmentFilters } from './filter-ways.ts';
import type { StepFault } from './step-fault.ts';

/** What becomes of an entry while another of the group is there; skip where nothing is said. */
type Taken = { readonly whenTaken?: 'wait' | 'replace' | 'skip' };

/** The hand-overs that are missing. @param live all scenarios that let people in, each in its newest version */
export function groupFaults(
  scenario: Scenario,
  live: readonly Scenario[],
  segments: SegmentFilters = new Map(),
): StepFault[] {
  const { id, group, replaces = [] } = scenario;
  if (group === undefined || !comesOnce(scenario) || (scenario as Taken).whenTaken !== undefined) return [];
  const others = live.filter(
    (other) =>
      other.id !== id &&
      other.group === group &&
      !replaces.includes(other.id) &&
      // What is meant to take its place may keep it out.
      !other.replaces?.includes(id) &&
      mayMeet(scenario, other, segments),
  );
  if (others.length === 0) return [];
  const names = others.map((other) => `"${other.id}"`).join(', ');
  const says =
    `what begins it comes once, and whoever is in ${names}, of its group, then never gets it: say whenTaken ` +
    '"wait" or "replace", name in "replaces" what it takes the place of, or say "skip" where that is meant';
  return [{ says }];
}

/** The entry is not tried anew by another event of the same kind. */
const comesOnce = ({ trigger }: Scenario): boolean =>
  trigger.oncePer === 'ever' || 'date' in trigger || ('segment' in trigger && 'when' in trigger);

/** Whether one customer can be let into both. */
function mayMeet(one: Scenario, other: Scenario, segments: SegmentFilters): boolean {
  return canHold({ all: [...asked(one), ...asked(other)] }, segments);
}

/** What stays true of a customer who was let in: what the event said is over with it. */
function asked({ trigger: { filter } }: Scenario): readonly Filter[] {
  if (!filter) return [];
  const parts = 'all' in filter ? filter.all : [filter];
  return parts.filter(isLasting);
}

/** Where she lives and what she speaks; whatever she does may be otherwise when the other begins. */
function isLasting(filter: Filter): boolean {
  if ('all' in filter) return filter.all.every(isLasting);
  if ('any' in filter) return filter.any.every(isLasting);
  if ('not' in filter) return isLasting(filter.not);
  return ['customer.locale', 'customer.timeZone', 'customer.birthday', 'customer.firstSource'].includes(
    filter.the,
  );
}
