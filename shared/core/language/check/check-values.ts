/** Questions that nobody can ever answer with yes: values an attribute cannot have, and conditions that exclude one another. */
import type { Comparison, Filter } from '../filter.ts';
import type { Scenario } from '../scenario.ts';
import { neverIs } from './attribute-values.ts';
import { contradicted } from './can-hold.ts';
import { enteringFaults } from './check-entering.ts';
import { comparisonsOf, filtersOf } from './check-filter.ts';
import type { SegmentFilters } from './filter-ways.ts';

/** Every fault of the scenario's filters, with its place and what to do. */
export function valueFaults(scenario: Scenario, segments: SegmentFilters = new Map()): string[] {
  const ofFilters = filtersOf(scenario).flatMap(({ place, filter }) =>
    neverTrue(filter, segments).map((fault) => `${place}: ${fault}`),
  );
  return ofFilters.length > 0 ? ofFilters : enteringFaults(scenario, segments);
}

/** What of a filter can never be true, each innermost part once, and what to do. */
export function neverTrue(filter: Filter, segments: SegmentFilters = new Map()): string[] {
  const parts =
    'all' in filter ? filter.all : 'any' in filter ? filter.any : 'not' in filter ? [filter.not] : [];
  const within = parts.flatMap((part) => neverTrue(part, segments));
  if (within.length > 0 || 'any' in filter || 'not' in filter) return within;
  const wrong = 'all' in filter ? [] : impossibleValues(filter);
  if (wrong.length > 0) return wrong;
  const attributes = contradicted(filter, segments);
  if (!attributes) return [];
  const named = comparisonsOf(filter).filter(({ the }) => attributes.has(the) || the === 'customer.segments');
  const conditions = named.map(inWords).join('; ');
  return [`${conditions || [...attributes].join(', ')} can never hold at once; take one of them out`];
}

function impossibleValues(test: Comparison): string[] {
  const { the, is, isNot, oneOf } = test as {
    the: string;
    is?: unknown;
    isNot?: unknown;
    oneOf?: readonly unknown[];
  };
  const values = [is, isNot, ...(oneOf ?? [])].filter((value) => value !== undefined);
  const faults = values.flatMap((value) => {
    const because = neverIs(the, value);
    return because === undefined
      ? []
      : [`"${the}" is never ${JSON.stringify(value)}, because ${because}; give it another value`];
  });
  if (oneOf?.length === 0) return [`"${the}" is one of none; give "oneOf" a value, or take it out`];
  return faults;
}

function inWords({ the, ...asked }: Comparison): string {
  const questions = Object.entries(asked).map(([operator, value]) => `${operator} ${JSON.stringify(value)}`);
  return `${the} ${questions.join(' and ')}`;
}
