/**
 * A marketing message due when an order of hers comes, which ends its story or begins it anew: whichever is handled
 * first is right. A fault may change which that is, because what failed comes back minutes later.
 */
import type { Temporal } from 'temporal-polyfill';
import type { BusEntry } from '../demo/bus-entry.ts';

/** Five receives, six minutes apart, and the sweep's look after that. */
const within_ms = 2 * 60 * 60_000;

export function raceOf(entries: readonly BusEntry[]) {
  const moments = new Map<string, number[]>();
  for (const { customer, at, detailType } of entries) {
    if (customer === undefined || detailType !== 'OrderPlaced') continue;
    const hers = moments.get(customer) ?? [];
    hers.push(at.epochMilliseconds);
    moments.set(customer, hers);
  }
  return (customer: string, at: Temporal.Instant): boolean =>
    (moments.get(customer) ?? []).some((at_ms) => Math.abs(at_ms - at.epochMilliseconds) <= within_ms);
}
