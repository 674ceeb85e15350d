import type { StoreEvent } from './event.ts';
import { anonymousPrefix } from './event-demands.ts';
import type { EventName } from './event-names.ts';

/** What tells of both her id and her browser: she is known from now on, and what it did before was hers. */
const known: readonly EventName[] = ['CustomerRegistered', 'CustomerUpdated'];

/**
 * The ids of two records that an event says are one person's: `from` becomes part of `to`. A `CustomerMerged` says so
 * itself; an event about a customer known by her id that names her browser too says it of `anon:<anonymousId>`.
 */
export function mergeOf({
  name,
  detail,
}: StoreEvent): { readonly from: string; readonly to: string } | undefined {
  const { id, anonymousId } = detail.customer;
  if (name === 'CustomerMerged') return detail.merge?.from === detail.merge?.to ? undefined : detail.merge;
  const from = `${anonymousPrefix}${anonymousId}`;
  return known.includes(name) && anonymousId !== undefined && from !== id ? { from, to: id } : undefined;
}
