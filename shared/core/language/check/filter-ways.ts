/** The ways in which a filter may come true: each a list of answers that would have to hold at once. */
import type { Filter } from '../filter.ts';

/** One question about an attribute, or several that one value of it must answer together. */
export interface FilterAnswer {
  readonly the: string;
  /** By operator, such as `is` or `atLeast`. */
  readonly asked: Readonly<Record<string, unknown>>;
  readonly holds: boolean;
}

type Way = readonly FilterAnswer[];

/** What each segment asks, by its name. */
export type SegmentFilters = ReadonlyMap<string, Filter>;

/** Beyond it nobody looks any further, and the filter counts as one that may come true. */
const maxWays = 512;

/** Undefined where there are too many to look at. */
export function waysToHold(filter: Filter, segments: SegmentFilters): readonly Way[] | undefined {
  const ways = waysOf(filter, true, segments);
  return ways.length > maxWays ? undefined : ways;
}

function waysOf(filter: Filter, holds: boolean, segments: SegmentFilters): readonly Way[] {
  if ('not' in filter) return waysOf(filter.not, !holds, segments);
  if ('all' in filter || 'any' in filter) {
    const parts = 'all' in filter ? filter.all : filter.any;
    const ways = parts.map((part) => waysOf(part, holds, segments));
    return 'all' in filter === holds ? together(ways) : ways.flat();
  }
  return ofComparison(filter as Readonly<Record<string, unknown>> & { the: string }, holds, segments);
}

const together = (parts: readonly (readonly Way[])[]): readonly Way[] =>
  parts.reduce<readonly Way[]>(
    (ways, part) =>
      ways.length > maxWays ? ways : ways.flatMap((way) => part.map((more) => [...way, ...more])),
    [[]],
  );

/** `exists` and `isNot` are asked of all values, the rest of one of them; the name of a day of rhythms asks nothing. */
function ofComparison(
  { the, exists, isNot, rhythm: _, ...rest }: Readonly<Record<string, unknown>> & { the: string },
  holds: boolean,
  segments: SegmentFilters,
): readonly Way[] {
  const asked = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const questions = [
    ...(exists === undefined ? [] : [{ exists }]),
    ...(isNot === undefined ? [] : [{ isNot }]),
    ...(Object.keys(asked).length === 0 ? [] : [asked]),
  ];
  const answers = questions.map((question): FilterAnswer => ({ the, asked: question, holds }));
  if (!holds) return answers.map((answer) => [answer]);
  const segment = the === 'customer.segments' ? segments.get(String(rest.is)) : undefined;
  return segment ? together([[answers], waysOf(segment, true, new Map())]) : [answers];
}
