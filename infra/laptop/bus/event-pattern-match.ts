/** EventBridge's event patterns: which events a rule takes. */
import { isObject, leafMatches } from './content-filter.ts';

export type Pattern = Readonly<Record<string, unknown>>;

/** `exists: false` is the only filter that a missing field can meet. */
function acceptsMissing(filters: readonly unknown[]): boolean {
  return filters.some((filter) => isObject(filter) && filter.exists === false);
}

function fieldMatches(wanted: unknown, value: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (value === undefined) return acceptsMissing(wanted);
    const values = Array.isArray(value) ? value : [value];
    return values.some((one) => !isObject(one) && wanted.some((filter) => leafMatches(filter, one)));
  }
  if (!isObject(wanted)) return false;
  if (Array.isArray(value)) return value.some((one) => isObject(one) && matchesPattern(wanted, one));
  return matchesPattern(wanted, isObject(value) ? value : {});
}

/**
 * True when the event has every field of the pattern with one of the values wanted. A field that lists objects
 * matches when one of them does.
 *
 * Source: Amazon EventBridge user guide, "Creating event patterns" and "Content filtering".
 */
export function matchesPattern(pattern: Pattern, event: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(pattern).every(([name, wanted]) => {
    if (name === '$or' && Array.isArray(wanted)) {
      return wanted.some((one) => isObject(one) && matchesPattern(one, event));
    }
    return fieldMatches(wanted, event[name]);
  });
}
