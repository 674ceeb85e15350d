/** Answers filters over nested data. Dates are asked by their distance from the subject's moment, in days of 24 hours. */
import { Temporal } from 'temporal-polyfill';
import { onceEach } from '../values/once-each.ts';
import type { Comparison, Filter } from './filter.ts';

/** What a filter is asked about: nested data as on the wire. */
export interface FilterSubject {
  /** The moment from which days are counted back; without it no question about days holds. */
  readonly at?: Temporal.Instant;
  readonly event: Readonly<Record<string, unknown>>;
  readonly customer: Readonly<Record<string, unknown>>;
  readonly enrolment: Readonly<Record<string, unknown>>;
}

type Answers = (subject: FilterSubject) => boolean;
type Holds = (value: unknown, subject: FilterSubject) => boolean;

/** Answers a filter. An attribute that is missing fits only `exists: false` and `isNot`. */
export function fits(filter: Filter, subject: FilterSubject): boolean {
  return answersOf(filter)(subject);
}

/** A filter is data and never changes: what it asks is worked out once. */
const answersOf = onceEach((filter: Filter): Answers => {
  if ('all' in filter) return (subject) => filter.all.every((part) => fits(part, subject));
  if ('any' in filter) return (subject) => filter.any.some((part) => fits(part, subject));
  if ('not' in filter) return (subject) => !fits(filter.not, subject);
  return comparing(filter);
});

function comparing(test: Comparison): Answers {
  const path = attributePath(test.the);
  const positive = [...positiveTests(test), ...otherTests(test), ...dateTests(test)];
  return (subject) => {
    const values = valuesAt(subject, path);
    if (test.exists !== undefined && values.length > 0 !== test.exists) return false;
    if ('isNot' in test && values.some((value) => value === test.isNot)) return false;
    if (positive.length === 0) return true;
    return values.some((value) => positive.every((holds) => holds(value, subject)));
  };
}

/** `event.extra.x` names an unknown field of the detail; every other path is what it says. */
export function attributePath(attribute: string): string[] {
  const path = attribute.split('.');
  return path[0] === 'event' && path[1] === 'extra' ? ['event', ...path.slice(2)] : path;
}

function positiveTests(test: Comparison): Holds[] {
  const holds: Holds[] = [];
  const { is, oneOf, atLeast, atMost, moreThan, lessThan } = test as {
    is?: unknown;
    oneOf?: readonly unknown[];
    atLeast?: number;
    atMost?: number;
    moreThan?: number;
    lessThan?: number;
  };
  if (is !== undefined) holds.push((value) => value === is);
  if (oneOf !== undefined) holds.push((value) => oneOf.includes(value));
  if (atLeast !== undefined) holds.push((value) => typeof value === 'number' && value >= atLeast);
  if (atMost !== undefined) holds.push((value) => typeof value === 'number' && value <= atMost);
  if (moreThan !== undefined) holds.push((value) => typeof value === 'number' && value > moreThan);
  if (lessThan !== undefined) holds.push((value) => typeof value === 'number' && value < lessThan);
  return holds;
}

/** Against what another attribute holds; where that is a list, any of it. */
function otherTests(test: Comparison): Holds[] {
  const { sameAs, lessThanThe } = test as { sameAs?: string; lessThanThe?: string };
  const holds: Holds[] = [];
  if (sameAs !== undefined) {
    const path = attributePath(sameAs);
    holds.push((value, subject) => valuesAt(subject, path).includes(value));
  }
  if (lessThanThe !== undefined) {
    const path = attributePath(lessThanThe);
    holds.push((value, subject) =>
      valuesAt(subject, path).some(
        (other) => typeof value === 'number' && typeof other === 'number' && value < other,
      ),
    );
  }
  return holds;
}

const day_ms = 24 * 3_600_000;

function dateTests(test: Comparison): Holds[] {
  const { daysAgoAtLeast, daysAgoLessThan } = test as { daysAgoAtLeast?: number; daysAgoLessThan?: number };
  const holds =
    (is: (days: number) => boolean): Holds =>
    (value, { at }) =>
      at !== undefined &&
      value instanceof Temporal.Instant &&
      is((at.epochMilliseconds - value.epochMilliseconds) / day_ms);
  return [
    ...(daysAgoAtLeast === undefined ? [] : [holds((days) => days >= daysAgoAtLeast)]),
    ...(daysAgoLessThan === undefined ? [] : [holds((days) => days < daysAgoLessThan)]),
  ];
}

/** The values at a path, through lists: `order.items.category` gives each item's. Missing ones are left out. */
export function valuesAt(data: unknown, path: readonly string[]): unknown[] {
  const found: unknown[] = [];
  gather(data, path, 0, found);
  return found;
}

function gather(data: unknown, path: readonly string[], depth: number, found: unknown[]): void {
  if (data === undefined || data === null) return;
  if (Array.isArray(data)) {
    for (const one of data) {
      // A list within a list is a value where no name is left to ask of it, and nothing where one is.
      if (Array.isArray(one) && depth === path.length) found.push(one);
      else if (!Array.isArray(one)) gather(one, path, depth, found);
    }
    return;
  }
  const key = path[depth];
  if (key === undefined) found.push(data);
  else if (typeof data === 'object' && Object.hasOwn(data, key))
    gather((data as Record<string, unknown>)[key], path, depth + 1, found);
}
