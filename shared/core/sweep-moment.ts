import type { Temporal } from 'temporal-polyfill';
import type { Customer } from './customer.ts';

const grace_minutes = 15;

/**
 * From when the sweep may ask for the customer: 15 minutes after the earliest due of her running enrolments.
 * Undefined where none is running.
 */
export function sweepMoment(customer: Customer): Temporal.Instant | undefined {
  const dues = customer.enrolments.filter((enrolment) => !enrolment.ended).map((enrolment) => enrolment.due);
  const [first, ...rest] = dues;
  if (!first) return undefined;
  const earliest = rest.reduce((a, b) => (a.epochNanoseconds <= b.epochNanoseconds ? a : b), first);
  return earliest.add({ minutes: grace_minutes });
}
