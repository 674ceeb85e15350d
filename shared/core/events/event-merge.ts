import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from './event.ts';
import type { EventName } from './event-catalogue.ts';
import { anonymousPrefix } from './event-demands.ts';

/** What tells of both her id and her browser: she is known from now on, and what it did before was hers. */
const known: readonly EventName[] = ['CustomerRegistered', 'CustomerUpdated'];

export interface Merge {
  readonly from: string;
  readonly to: string;
  readonly at: Temporal.Instant;
  /** A browser can change hands: whoever registers on it later has it from then on. */
  readonly isBrowser: boolean;
  /** Nobody said that the two are one: they share an address. */
  readonly by?: 'address' | undefined;
}

/**
 * The ids of two records that an event says are one person's: `from` becomes part of `to`. A `CustomerMerged` says so
 * itself; an event about a customer known by her id that names her browser too says it of `anon:<anonymousId>`.
 */
export function mergeOf({ name, detail, occurredAt: at }: StoreEvent): Merge | undefined {
  const { id, anonymousId } = detail.customer;
  if (name === 'CustomerMerged') {
    const { merge } = detail;
    return merge && merge.from !== merge.to ? { ...merge, at, isBrowser: false } : undefined;
  }
  const from = `${anonymousPrefix}${anonymousId}`;
  return known.includes(name) && anonymousId !== undefined && from !== id
    ? { from, to: id, at, isBrowser: true }
    : undefined;
}
