/** Plays a customer's timers to their end, each at its due, and tells what went when. */
import { Temporal } from 'temporal-polyfill';
import type { Customer } from '../../shared/core/record/customer.ts';
import { zoneOf } from '../../shared/core/record/zone.ts';
import { wall } from './events.ts';
import { settings, type storeWith, timer } from './given.ts';

/** `2026-01-05 10:00 template`, or `… not template: reason`, in the order of time. Stops after `maxTimers`. */
export function calendar(store: ReturnType<typeof storeWith>, customer: Customer, maxTimers = 200): string[] {
  const lines: string[] = [];
  let known = customer;
  for (let fired = 0; fired < maxTimers; fired += 1) {
    const next = known.enrolments
      .filter((enrolment) => !enrolment.ended)
      .toSorted((a, b) => Temporal.Instant.compare(a.due, b.due))[0];
    if (!next) return lines;
    const when = wall(next.due, zoneOf(known, settings));
    const decided = store.from(known).when(timer(next.id));
    lines.push(...decided.outcome.sent.map((template) => `${when} ${template}`));
    lines.push(...decided.outcome.skipped.map((line) => `${when} not ${line}`));
    known = decided.customer;
  }
  return lines;
}
