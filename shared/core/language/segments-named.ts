/** Which segments a scenario names. */
import type { Scenario } from './scenario.ts';
import type { Segment } from './segment.ts';

/** The segments that a scenario's trigger, limit, filters and states name. */
export function segmentsNamed(scenario: Partial<Scenario>, all: readonly Segment[]): string[] {
  const named = new Set<string>();
  const read = (data: unknown): void => {
    if (typeof data !== 'object' || data === null) return;
    const { the, segment, is, isNot, oneOf, sameAs, exists } = data as Record<string, unknown>;
    const asked = the === 'customer.segments' ? [is, isNot, ...(Array.isArray(oneOf) ? oneOf : [])] : [];
    for (const name of [segment, ...asked]) if (typeof name === 'string') named.add(name);
    // Compared with something else, or asked whether there is any: it may be each of them.
    const isOpen = sameAs === 'customer.segments' || (asked.length > 0 && (sameAs ?? exists) !== undefined);
    if (isOpen) for (const { name } of all) named.add(name);
    for (const part of Object.values(data)) read(part);
  };
  read(scenario);
  return [...named];
}
