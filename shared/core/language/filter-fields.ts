import type { DatePath } from './date-path.ts';
import { attributePath } from './evaluate-filter.ts';
import type { Filter } from './filter.ts';

/** The event fields a filter names, as paths below the detail, such as `order.total`. */
export function eventFieldsOf(filter: Filter): string[] {
  return attributesOf(filter).flatMap(([root, ...path]) => (root === 'event' ? [path.join('.')] : []));
}

/** True where the event alone answers the filter, whatever else is known of the customer. */
export function asksOfEventAlone(filter: Filter): boolean {
  return attributesOf(filter).every(([root]) => root === 'event');
}

function attributesOf(filter: Filter): (readonly string[])[] {
  if ('all' in filter) return filter.all.flatMap(attributesOf);
  if ('any' in filter) return filter.any.flatMap(attributesOf);
  if ('not' in filter) return attributesOf(filter.not);
  const { the, sameAs, lessThanThe } = filter as { the: string; sameAs?: string; lessThanThe?: string };
  return [the, sameAs, lessThanThe].flatMap((attribute) =>
    attribute === undefined ? [] : [attributePath(attribute)],
  );
}

/** The event field that a date is read from, where it is one of the event. */
export function eventFieldOfDate(date: DatePath): string[] {
  const path = attributePath(date);
  return path[0] === 'event' ? [path.slice(1).join('.')] : [];
}
