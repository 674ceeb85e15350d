import type { Temporal } from 'temporal-polyfill';

/** One entry of PutEvents, with the virtual moment it comes onto the bus. */
export interface BusEntry {
  readonly at: Temporal.Instant;
  readonly source: string;
  readonly detailType: string;
  /** JSON text. */
  readonly detail: string;
  /** The deployment's bus unless given. */
  readonly busName?: string | undefined;
  /** Whom the event is about, where it says so. */
  readonly customer?: string | undefined;
  /** Where it was read, for reports: `file:line`. */
  readonly origin?: string | undefined;
}

/** Entries in the order they come onto the bus; those of one moment keep the order they were given in. */
export function inOrder<Entry extends Pick<BusEntry, 'at'>>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
}

/** Only the events of the first `count` customers by id, and those that name no customer. */
export function firstCustomers(entries: readonly BusEntry[], count: number): BusEntry[] {
  const ids = [...new Set(entries.flatMap((entry) => entry.customer ?? []))].sort().slice(0, count);
  const chosen = new Set(ids);
  return entries.filter((entry) => entry.customer === undefined || chosen.has(entry.customer));
}
