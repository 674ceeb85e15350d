/** What the types of a filter promise at compile time, checked again for loaded data. */
import { attributeTypes, type Comparison, type Filter } from './filter.ts';
import type { Scenario } from './scenario.ts';

/** The faults of every filter in the scenario, each with its place and what to do. */
export function filterFaults(scenario: Scenario): string[] {
  const places: [string, Filter | undefined][] = [
    ['trigger filter', scenario.trigger.filter],
    ['goal filter', scenario.goal?.filter],
  ];
  for (const rule of scenario.exitOn ?? [])
    if (typeof rule !== 'string') places.push(['exitOn filter', rule.filter]);
  for (const step of scenario.steps) {
    if (step.kind === 'branch') for (const way of step.when) places.push([`step "${step.id}"`, way.if]);
  }
  return places.flatMap(([place, filter]) =>
    filter
      ? comparisonsOf(filter).flatMap((test) => comparisonFaults(test).map((fault) => `${place}: ${fault}`))
      : [],
  );
}

function comparisonsOf(filter: Filter): Comparison[] {
  if ('all' in filter) return filter.all.flatMap(comparisonsOf);
  if ('any' in filter) return filter.any.flatMap(comparisonsOf);
  return 'not' in filter ? comparisonsOf(filter.not) : [filter];
}

function comparisonFaults(test: Comparison): string[] {
  const { the, exists: _, ...asked } = test as { the: string; exists?: boolean } & Record<string, unknown>;
  const open = /^(event\.extra|customer\.attributes)\.[^.]+(\.[^.]+)*$/.test(the);
  if (!open && !Object.hasOwn(attributeTypes, the)) {
    return [`there is no attribute "${the}"; take a known one, "event.extra.…" or "customer.attributes.…"`];
  }
  const questions = Object.entries(asked).filter(([, value]) => value !== undefined);
  if (questions.length === 0 && test.exists === undefined) {
    return [`"${the}" is compared with nothing; add "is", "oneOf", "exists" or the like`];
  }
  const type = open ? undefined : attributeTypes[the as keyof typeof attributeTypes];
  return questions.flatMap(([operator, value]) => valueFaults(the, type, operator, value));
}

const ordering = ['atLeast', 'atMost', 'moreThan', 'lessThan'];

function valueFaults(the: string, type: string | undefined, operator: string, value: unknown): string[] {
  if (type === undefined) return [];
  if (ordering.includes(operator)) {
    return type === 'number' ? [] : [`"${the}" is a ${type}; "${operator}" compares numbers`];
  }
  const wrong = (Array.isArray(value) ? value : [value]).some((one) => typeof one !== type);
  return wrong ? [`"${the}" is a ${type}; give "${operator}" a ${type}`] : [];
}
