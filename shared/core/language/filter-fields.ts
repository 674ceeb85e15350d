import type { DatePath } from './date-path.ts';
import { attributePath } from './evaluate-filter.ts';
import type { Filter } from './filter.ts';

/** The event fields a filter names, as paths below the detail, such as `order.total`. */
export function eventFieldsOf(filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap(eventFieldsOf);
  if ('any' in filter) return filter.any.flatMap(eventFieldsOf);
  if ('not' in filter) return eventFieldsOf(filter.not);
  const { the, sameAs, lessThanThe } = filter as { the: string; sameAs?: string; lessThanThe?: string };
  return [the, sameAs, lessThanThe].flatMap((attribute) => {
    const path = attributePath(attribute ?? '');
    return path[0] === 'event' ? [path.slice(1).join('.')] : [];
  });
}

/** The event field that a date is read from, where it is one of the event. */
export function eventFieldOfDate(date: DatePath): string[] {
  const path = attributePath(date);
  return path[0] === 'event' ? [path.slice(1).join('.')] : [];
}
