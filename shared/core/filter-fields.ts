import { attributePath } from './evaluate-filter.ts';
import type { Filter } from './filter.ts';

/** The event fields a filter names, as paths below the detail, such as `order.total`. */
export function eventFieldsOf(filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap(eventFieldsOf);
  if ('any' in filter) return filter.any.flatMap(eventFieldsOf);
  if ('not' in filter) return eventFieldsOf(filter.not);
  const path = attributePath(filter.the);
  return path[0] === 'event' ? [path.slice(1).join('.')] : [];
}
