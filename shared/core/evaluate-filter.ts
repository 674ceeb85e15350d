import type { Comparison, Filter } from './filter.ts';

/** What a filter is asked about: nested data as on the wire. */
export interface FilterSubject {
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
  const positive = positiveTests(test);
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
