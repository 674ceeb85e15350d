/** Parts of a scenario in the words of the map. */

import type { Duration } from '../../shared/core/duration.ts';
import { attributePath } from '../../shared/core/evaluate-filter.ts';
import type { Filter } from '../../shared/core/filter.ts';
import type { Goal, Scenario, Trigger, WaitFor, WaitUntil } from '../../shared/core/scenario.ts';
import { exitRules } from '../../shared/core/scenario-book.ts';
import type { MapWords } from './map-words.ts';

/** What the map tells of a scenario beside its purpose: name and value of each line, in their order. */
export function factLines(scenario: Scenario, words: MapWords): readonly (readonly [string, string])[] {
  const { facts, columns } = words;
  const topic = scenario.kind === 'marketing' ? ([[facts.topic, scenario.topic]] as const) : [];
  return [
    [columns.stage, words.stages[scenario.stage].name],
    [columns.kind, words.kinds[scenario.kind]],
    ...topic,
    [facts.begins, triggerPhrase(scenario.trigger)],
    [facts.often, oftenPhrase(scenario.trigger, words)],
    [facts.goal, goalPhrase(scenario.goal, words)],
    [facts.leaves, leavesPhrase(scenario, words)],
  ];
}

export function spanPhrase(span: Duration, words: MapWords): string {
  const units = (['days', 'hours', 'minutes'] as const).filter((unit) => span[unit]);
  return units.map((unit) => words.units[unit](span[unit] ?? 0)).join(' ');
}

export function waitPhrase(step: WaitFor | WaitUntil, words: MapWords): string {
  if ('for' in step) return words.waits(spanPhrase(step.for, words));
  const { day, after, at } = step.until;
  return words.dayAfter(day, words.anchors[after], at);
}

const signs: Readonly<Record<string, string>> = {
  is: '=',
  isNot: '≠',
  oneOf: '∈',
  atLeast: '≥',
  atMost: '≤',
  moreThan: '>',
  lessThan: '<',
};

/** In signs, which need no language: `order.total ≥ 5000`. The word "event" in front is left out. */
export function filterPhrase(filter: Filter): string {
  if ('all' in filter) return filter.all.map(nested).join(' ∧ ');
  if ('any' in filter) return filter.any.map(nested).join(' ∨ ');
  if ('not' in filter) return `¬ ${nested(filter.not)}`;
  const path = attributePath(filter.the);
  const name = (path[0] === 'event' ? path.slice(1) : path).join('.');
  const { the: _, exists, ...asked } = filter as { the: string; exists?: boolean } & Record<string, unknown>;
  const there = exists === undefined ? [] : [`${exists ? '∃' : '∄'} ${name}`];
  const tests = Object.entries(asked).map(
    ([test, value]) => `${name} ${signs[test] ?? test} ${valuePhrase(value)}`,
  );
  return [...there, ...tests].join(' ∧ ');
}

const valuePhrase = (value: unknown) => (Array.isArray(value) ? `{${value.join(', ')}}` : String(value));
const nested = (filter: Filter) =>
  'all' in filter || 'any' in filter ? `(${filterPhrase(filter)})` : filterPhrase(filter);
const where = (filter: Filter | undefined) => (filter ? ` (${filterPhrase(filter)})` : '');

export const triggerPhrase = ({ on, filter }: Trigger) => `${on}${where(filter)}`;

export function oftenPhrase({ oncePer, whileRunning }: Trigger, words: MapWords): string {
  const often =
    oncePer === 'order'
      ? words.oncePerOrder
      : oncePer === 'ever'
        ? words.onceEver
        : words.onceIn(spanPhrase(oncePer.every, words));
  return words.often(often, words.running[whileRunning]);
}

export function goalPhrase(goal: Goal | undefined, words: MapWords): string {
  if (!goal) return words.none;
  return words.within(`${goal.on}${where(goal.filter)}`, spanPhrase(goal.within, words));
}

export function leavesPhrase(scenario: Scenario, words: MapWords): string {
  return (
    exitRules(scenario)
      .map(({ on, filter }) => `${on}${where(filter)}`)
      .join(', ') || words.none
  );
}
