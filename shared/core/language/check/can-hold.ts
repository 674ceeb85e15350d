/** Whether a filter can come true at all, by what each attribute can be. */
import { attributeTypes } from '../attribute-types.ts';
import type { Filter } from '../filter.ts';
import { mayBeMany, rangeOf, wordsOf } from './attribute-values.ts';
import { type FilterAnswer, type SegmentFilters, waysToHold } from './filter-ways.ts';

/** Attributes that would have to be two things at once on every way to hold; undefined where there is a way. */
export function contradicted(filter: Filter, segments: SegmentFilters): ReadonlySet<string> | undefined {
  const ways = waysToHold(filter, segments);
  if (!ways) return undefined;
  const found = new Set<string>();
  for (const way of ways) {
    const wrong = [...Map.groupBy(way, ({ the }) => the)].find(([the, answers]) => !isPossible(the, answers));
    if (!wrong) return undefined;
    found.add(wrong[0]);
  }
  return found;
}

export const canHold = (filter: Filter, segments: SegmentFilters): boolean =>
  contradicted(filter, segments) === undefined;

/** What one value would have to be. */
interface Bounds {
  /** Undefined: any. */
  readonly among: readonly unknown[] | undefined;
  readonly no: ReadonlySet<unknown>;
  readonly from: number;
  readonly to: number;
  readonly isAbove: boolean;
  readonly isBelow: boolean;
  readonly isNumber: boolean;
}

function isPossible(the: string, answers: readonly FilterAnswer[]): boolean {
  const exists = (yes: boolean) =>
    answers.some(({ asked, holds }) => asked.exists !== undefined && (asked.exists === holds) === yes);
  const wanted = answers.filter(({ asked, holds }) => holds && !('exists' in asked || 'isNot' in asked));
  if (exists(false)) return !exists(true) && wanted.length === 0;
  const unwanted = answers.filter(({ asked, holds }) => !holds && Object.keys(asked).length === 1);
  const no = answers.flatMap(({ asked, holds }) => (holds && 'isNot' in asked ? [asked.isNot] : []));
  const must = answers.flatMap(({ asked, holds }) =>
    !holds && 'isNot' in asked ? [{ is: asked.isNot }] : [],
  );
  const each = [...must, ...wanted.map(({ asked }) => asked)];
  // Of a single value all is asked at once; of several each may answer another question.
  const groups = mayBeMany(the) ? each.map((one) => [one]) : [each];
  return groups.every(
    (group) => (group.length === 0 && !exists(true)) || hasValue(the, boundsOf(the, group, unwanted, no)),
  );
}

type Asked = FilterAnswer['asked'];

const denials: Readonly<Record<string, string>> = {
  atLeast: 'lessThan',
  lessThan: 'atLeast',
  atMost: 'moreThan',
  moreThan: 'atMost',
  daysAgoAtLeast: 'daysAgoLessThan',
  daysAgoLessThan: 'daysAgoAtLeast',
};

function boundsOf(
  the: string,
  group: readonly Asked[],
  unwanted: readonly FilterAnswer[],
  not: readonly unknown[],
): Bounds {
  const no = new Set(not);
  const conditions = group.flatMap((asked) => Object.entries(asked));
  for (const { asked } of unwanted) {
    for (const [operator, value] of Object.entries(asked)) {
      const denial = denials[operator];
      if (denial !== undefined) conditions.push([denial, value]);
      if (operator === 'is') no.add(value);
      if (operator === 'oneOf') for (const one of value as readonly unknown[]) no.add(one);
    }
  }
  return conditions.reduce(narrowed, { ...startOf(the), no });
}

function startOf(the: string): Omit<Bounds, 'no'> {
  const type: string | undefined = (attributeTypes as Readonly<Record<string, string>>)[the];
  const { from, to } = rangeOf(the);
  const among = type === 'boolean' ? [true, false] : wordsOf(the);
  return { among, from, to, isAbove: false, isBelow: false, isNumber: type === 'number' };
}

function narrowed(bounds: Bounds, [operator, value]: readonly [string, unknown]): Bounds {
  const among = (values: readonly unknown[]): Bounds => ({
    ...bounds,
    among: bounds.among ? bounds.among.filter((one) => values.includes(one)) : values,
  });
  if (operator === 'is') return among([value]);
  if (operator === 'oneOf') return among(value as readonly unknown[]);
  if (typeof value !== 'number') return bounds;
  const isAbove = operator === 'moreThan';
  const isBelow = operator === 'lessThan' || operator === 'daysAgoLessThan';
  if (isAbove || operator === 'atLeast' || operator === 'daysAgoAtLeast') {
    if (value < bounds.from || (value === bounds.from && !isAbove)) return { ...bounds, isNumber: true };
    return { ...bounds, isNumber: true, from: value, isAbove };
  }
  if (!isBelow && operator !== 'atMost') return bounds;
  if (value > bounds.to || (value === bounds.to && !isBelow)) return { ...bounds, isNumber: true };
  return { ...bounds, isNumber: true, to: value, isBelow };
}

function hasValue(the: string, bounds: Bounds): boolean {
  const { among, no, from, to, isAbove, isBelow, isNumber } = bounds;
  if (among) return among.some((one) => !no.has(one) && (!isNumber || isWithin(one, bounds)));
  if (!isNumber) return true;
  if (!rangeOf(the).isWhole) return from < to || (from === to && !isAbove && !isBelow && !no.has(from));
  const first = isAbove && Number.isInteger(from) ? from + 1 : Math.ceil(from);
  const last = isBelow && Number.isInteger(to) ? to - 1 : Math.floor(to);
  // So many values that those excluded cannot be all of them.
  if (last - first >= no.size) return true;
  for (let one = first; one <= last; one += 1) if (!no.has(one)) return true;
  return false;
}

function isWithin(value: unknown, { from, to, isAbove, isBelow }: Bounds): boolean {
  if (typeof value !== 'number') return false;
  return (isAbove ? value > from : value >= from) && (isBelow ? value < to : value <= to);
}
