/** What the types of a filter promise at compile time, checked again for loaded data. */
import { attributeTypes, openPrefixes, spentPrefix } from '../attribute-types.ts';
import type { Comparison, Filter } from '../filter.ts';
import type { Scenario } from '../scenario.ts';
import { isMessage } from '../steps.ts';
import { isEventTrigger, isToldByCommand } from '../trigger.ts';

/** A filter of a scenario, with its place. */
export interface PlacedFilter {
  readonly place: string;
  readonly filter: Filter;
  /** `entering`: asked of who is not inside yet. `arriving`: asked of an event as it comes. `inside`: of an enrolment. */
  readonly asked: 'entering' | 'arriving' | 'inside';
}

/** Every filter of the scenario. */
export function filtersOf(scenario: Scenario): PlacedFilter[] {
  const placed: PlacedFilter[] = [];
  const add = (place: string, filter: Filter | undefined, asked: PlacedFilter['asked']) => {
    if (filter) placed.push({ place, filter, asked });
  };
  add('trigger filter', scenario.trigger.filter, 'entering');
  add('goal filter', scenario.goal?.filter, 'arriving');
  for (const rule of scenario.exitOn ?? []) {
    if (typeof rule === 'string') continue;
    if ('on' in rule) add('exitOn filter', rule.filter, 'arriving');
    else if ('when' in rule) add('exitOn when', rule.when, 'inside');
  }
  for (const step of scenario.steps) {
    const place = `step "${step.id}"`;
    if (step.kind === 'branch') for (const way of step.when) add(place, way.if, 'inside');
    if (isMessage(step)) add(place, step.when, 'inside');
    if (step.kind === 'wait' && 'event' in step) add(place, step.event.filter, 'arriving');
  }
  return placed;
}

/** The faults of every filter in the scenario, each with its place and what to do. */
export function filterFaults(scenario: Scenario, segments?: ReadonlySet<string>): string[] {
  const { trigger } = scenario;
  const isTold = (path: string) => isEventTrigger(trigger) || isToldByCommand(trigger, path);
  return filtersOf(scenario).flatMap(({ place, filter, asked }) =>
    comparisonsOf(filter)
      .flatMap((test) => [
        ...comparisonFaults(test),
        ...nameFaults(test, scenario, segments),
        ...(asked !== 'arriving' && !isTold(test.the) ? eventFaults(test) : []),
        ...(asked === 'entering' ? runFaults(test) : []),
      ])
      .map((fault) => `${place}: ${fault}`),
  );
}

export function comparisonsOf(filter: Filter): Comparison[] {
  if ('all' in filter) return filter.all.flatMap(comparisonsOf);
  if ('any' in filter) return filter.any.flatMap(comparisonsOf);
  return 'not' in filter ? comparisonsOf(filter.not) : [filter];
}

/** What is wrong with one comparison by itself. */
export function comparisonFaults(test: Comparison): string[] {
  const { the, exists: _, ...asked } = test as { the: string; exists?: boolean } & Record<string, unknown>;
  const open = isOpen(the);
  if (!open && !Object.hasOwn(attributeTypes, the)) return [noSuchAttribute(the)];
  const questions = Object.entries(asked).filter(
    ([operator, value]) => value !== undefined && operator !== 'rhythm',
  );
  if (asked.rhythm !== undefined && !ago.some((operator) => operator in asked))
    return [`"${the}": "rhythm" names the days of "daysAgoAtLeast" or "daysAgoLessThan"; ask one of them`];
  if (questions.length === 0 && test.exists === undefined) {
    return [`"${the}" is compared with nothing; add "is", "oneOf", "exists" or the like`];
  }
  const type = open ? undefined : attributeTypes[the as keyof typeof attributeTypes];
  return questions.flatMap(([operator, value]) => valueFaults(the, type, operator, value));
}

function isOpen(the: string): boolean {
  if (the.startsWith(spentPrefix)) return /^[A-Z]{3}$/.test(the.slice(spentPrefix.length));
  return openPrefixes.some(
    (prefix) => the.startsWith(prefix) && /^[^.]+(\.[^.]+)*$/.test(the.slice(prefix.length)),
  );
}

function noSuchAttribute(the: string): string {
  const others = openPrefixes.map((prefix) => `"${prefix}…"`).join(', ');
  return `there is no attribute "${the}"; take a known one, or one of ${others}`;
}

/** Another attribute to compare with: one that is there, and of the same type. */
function otherFaults(the: string, type: string | undefined, operator: string, other: string): string[] {
  if (isOpen(other)) return [];
  if (!Object.hasOwn(attributeTypes, other)) return [noSuchAttribute(other)];
  const its = attributeTypes[other as keyof typeof attributeTypes];
  if (operator === 'lessThanThe' && its !== 'number')
    return [`"${other}" is a ${its}; "lessThanThe" compares numbers`];
  return type === undefined || type === its ? [] : [`"${the}" is a ${type} and "${other}" a ${its}`];
}

const ordering = ['atLeast', 'atMost', 'moreThan', 'lessThan'];
const ago = ['daysAgoAtLeast', 'daysAgoLessThan'];

function valueFaults(the: string, type: string | undefined, operator: string, value: unknown): string[] {
  if (operator === 'sameAs' || operator === 'lessThanThe') {
    return otherFaults(the, type, operator, String(value));
  }
  if (ago.includes(operator)) {
    return type === 'date' ? [] : [`"${the}" is no date; "${operator}" asks how long ago a date is`];
  }
  if (type === 'date') return [`"${the}" is a date; ask "daysAgoAtLeast", "daysAgoLessThan" or "exists"`];
  if (type === undefined) return [];
  if (ordering.includes(operator)) {
    return type === 'number' ? [] : [`"${the}" is a ${type}; "${operator}" compares numbers`];
  }
  const wrong = (Array.isArray(value) ? value : [value]).some((one) => typeof one !== type);
  return wrong ? [`"${the}" is a ${type}; give "${operator}" a ${type}`] : [];
}

/** Segments, steps and variants that a comparison names and that are not there. */
function nameFaults(
  test: Comparison,
  scenario: Scenario,
  segments: ReadonlySet<string> | undefined,
): string[] {
  const values = valuesOf(test);
  if (test.the === 'customer.segments' && segments) {
    return values
      .filter((name) => !segments.has(name))
      .map((name) => `there is no segment "${name}"; take one of segments.ts, or add it there`);
  }
  if (test.the === 'enrolment.sent' || test.the === 'enrolment.clicked') {
    const messages = scenario.steps.filter(isMessage).map((step) => step.id as string);
    return values
      .filter((name) => !messages.includes(name))
      .map((name) => `"${name}" is no step that sends a message; name one of ${messages.join(', ')}`);
  }
  if (test.the === 'enrolment.variants') {
    const known = scenario.steps.flatMap((step) =>
      step.kind === 'split' ? step.ways.map((way) => `${step.id}:${way.variant}`) : [],
    );
    return values
      .filter((name) => !known.includes(name))
      .map(
        (name) => `"${name}" is no variant; name one of ${known.join(', ') || 'a split, which is missing'}`,
      );
  }
  return [];
}

function valuesOf(test: Comparison): string[] {
  const { is, isNot, oneOf } = test as { is?: unknown; isNot?: unknown; oneOf?: readonly unknown[] };
  return [is, isNot, ...(oneOf ?? [])].filter((value) => typeof value === 'string');
}

function eventFaults({ the }: Comparison): string[] {
  if (!the.startsWith('event.')) return [];
  return [`no event lets in here, so "${the}" is never known; ask the customer, or begin with an event`];
}

function runFaults({ the }: Comparison): string[] {
  if (!the.startsWith('enrolment.')) return [];
  return [`"${the}" is about an enrolment, and nobody is inside yet; ask the event or the customer`];
}
