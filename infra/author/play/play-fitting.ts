/** Makes a sample fit a filter where it can, so that a play of any scenario begins without an event being written. */
import { attributePath } from '../../../shared/core/language/evaluate-filter.ts';
import type { Comparison, Filter } from '../../../shared/core/language/filter.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A copy of the detail whose fields fit what the filter asks of the event, of `any` the first; the rest is left alone. */
export function fitted(detail: Fields, filter: Filter): Fields {
  if ('all' in filter) return filter.all.reduce(fitted, detail);
  if ('any' in filter) return filter.any[0] ? fitted(detail, filter.any[0]) : detail;
  if ('not' in filter) return detail;
  const [root, ...path] = attributePath(filter.the);
  const value = valueFor(filter);
  return root === 'event' && value !== undefined ? (withValue(detail, path, value) as Fields) : detail;
}

function valueFor(test: Comparison): unknown {
  const { is, oneOf, atLeast, atMost, moreThan, lessThan } = test as Record<string, unknown>;
  if (is !== undefined) return is;
  if (Array.isArray(oneOf)) return oneOf[0];
  if (atLeast !== undefined) return atLeast;
  if (typeof moreThan === 'number') return moreThan + 1;
  if (atMost !== undefined) return atMost;
  if (typeof lessThan === 'number') return lessThan - 1;
  return undefined;
}

/** Fields of events that are lists of words. */
const lists: ReadonlySet<string> = new Set(['topics', 'segments']);

function withValue(data: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (rest.length === 0 && lists.has(key) && !Array.isArray(value))
    return { ...(data as Fields), [key]: [value] };
  if (Array.isArray(data)) return data.map((one) => withValue(one, path, value));
  const fields = typeof data === 'object' && data !== null ? (data as Fields) : {};
  return { ...fields, [key]: withValue(fields[key], rest, value) };
}
