/** Scenarios that nobody can ever be let into, though each of their conditions may hold by itself. */
import type { Filter } from '../filter.ts';
import type { Scenario } from '../scenario.ts';
import { canHold } from './can-hold.ts';
import type { SegmentFilters } from './filter-ways.ts';

/** What of trigger, filter and limit excludes the rest, and states of exit in which everybody enters. */
export function enteringFaults(
  { trigger, limit, exitOn = [] }: Scenario,
  segments: SegmentFilters,
): string[] {
  const entering: readonly Filter[] = [
    ...(trigger.filter ? [trigger.filter] : []),
    ...('segment' in trigger
      ? [memberOf(trigger.segment, !('when' in trigger) || trigger.when === 'entered')]
      : []),
    ...(limit?.segment === undefined ? [] : [memberOf(limit.segment, true)]),
  ];
  if (entering.length === 0) return [];
  if (!canHold({ all: entering }, segments)) {
    // What is wrong with the filter alone is told with it.
    if (trigger.filter && !canHold(trigger.filter, segments)) return [];
    return [
      'trigger: nobody who meets it is in the segment or meets the filter it asks for as well; take one of them out',
    ];
  }
  return exitOn.flatMap((rule) => {
    if (typeof rule === 'string' || !('when' in rule)) return [];
    if (canHold({ all: [...entering, { not: rule.when }] }, segments)) return [];
    return [
      'exitOn when: whoever meets the trigger meets this too, so that nobody is ever let in; take it out, or ask otherwise',
    ];
  });
}

const memberOf = (segment: string, isIn: boolean): Filter => {
  const member = { the: 'customer.segments', is: segment } as Filter;
  return isIn ? member : { not: member };
};
