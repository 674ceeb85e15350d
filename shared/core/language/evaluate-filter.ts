/** Answers filters over nested data. Dates are asked by their distance from the subject's moment, in days of 24 hours. */
import { Temporal } from 'temporal-polyfill';
import type { Comparison, Filter } from './filter.ts';

/** What a filter is asked about: nested data as on the wire. */
export interface FilterSubject {
  /** The moment from which days are counted back; without it no question about days holds. */
  readonly at?: Temporal.Instant;
  readonly event: Readonly<Record<string, unknown>>;
  readonly customer: Readonly<Record<string, unknown>>;
  readonly enrolment: Readonly<Record<string, unknown>>;
}

/** Answers a filter. An attribute that is missing fits only `exists: false` and `isNot`. */
export function fits(filter: Filter, subject: FilterSubject): boolean {
  if ('all' in filter) return filter.all.every((part) => fits(part, subject));
  if ('any' in filter) return filter.any.some((part) => fits(part, subject));
  if ('not' in filter) return !fits(filter.not, subject);
  return fitsComparison(filter, subject);
}

function fitsComparison(test: Comparison, subject: FilterSubject): boolean {
  const values = valuesAt(subject, attributePath(test.the));
  if (test.exists !== undefined && values.length > 0 !== test.exists) return false;
  if ('isNot' in test && values.some((value) => value === test.isNot)) return false;
  const positive = [...positiveTests(test), ...otherTests(test, subject), ...dateTests(test, subject.at)];
  return positive.length === 0 || values.some((value) => positive.every((holds) => holds(value)));
}

/** `event.extra.x` names an unknown field of the detail; every other path is what it says. */
export function attributePath(attribute: string): string[] {
  const path = attribute.split('.');
  return path[0] === 'event' && path[1] === 'extra' ? ['event', ...path.slice(2)] : path;
}

function positiveTests(test: Comparison): ((value: unknown) => boolean)[] {
  const holds: ((value: unknown) => boolean)[] = [];
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
function otherTests(test: Comparison, subject: FilterSubject): ((value: unknown) => boolean)[] {
  const { sameAs, lessThanThe } = test as { sameAs?: string; lessThanThe?: string };
  const valuesOf = (attribute: string) => valuesAt(subject, attributePath(attribute));
  const holds: ((value: unknown) => boolean)[] = [];
  if (sameAs !== undefined) holds.push((value) => valuesOf(sameAs).includes(value));
  if (lessThanThe !== undefined)
    holds.push((value) =>
      valuesOf(lessThanThe).some(
        (other) => typeof value === 'number' && typeof other === 'number' && value < other,
      ),
    );
  return holds;
}

function dateTests(test: Comparison, at: Temporal.Instant | undefined): ((value: unknown) => boolean)[] {
  const { daysAgoAtLeast, daysAgoLessThan } = test as { daysAgoAtLeast?: number; daysAgoLessThan?: number };
  const holds = (is: (days: number) => boolean) => (value: unknown) =>
    at !== undefined && value instanceof Temporal.Instant && is(value.until(at).total('hours') / 24);
  return [
    ...(daysAgoAtLeast === undefined ? [] : [holds((days) => days >= daysAgoAtLeast)]),
    ...(daysAgoLessThan === undefined ? [] : [holds((days) => days < daysAgoLessThan)]),
  ];
}

/** The values at a path, through lists: `order.items.category` gives each item's. Missing ones are left out. */
export function valuesAt(data: unknown, path: readonly string[]): unknown[] {
  let found: unknown[] = [data];
  for (const key of path) {
    found = found
      .flatMap((value) => (Array.isArray(value) ? value : [value]))
      .filter((value) => typeof value === 'object' && value !== null && Object.hasOwn(value, key))
      .map((value) => (value as Record<string, unknown>)[key]);
  }
  return found
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value) => value !== undefined && value !== null);
}
