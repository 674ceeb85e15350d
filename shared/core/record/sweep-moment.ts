import type { Temporal } from 'temporal-polyfill';
import { earliest } from '../values/civil-time.ts';
import type { Customer } from './customer.ts';

const grace_minutes = 15;

/**
 * From when the sweep may ask for the customer: 15 minutes after the earliest due of her running enrolments and her
 * look. Undefined where she waits for nothing.
 */
export function sweepMoment(customer: Customer): Temporal.Instant | undefined {
  const dues = customer.enrolments.filter((enrolment) => !enrolment.ended).map((enrolment) => enrolment.due);
  const first = earliest(customer.look?.due ? [...dues, customer.look.due] : dues);
  return first?.add({ minutes: grace_minutes });
}
