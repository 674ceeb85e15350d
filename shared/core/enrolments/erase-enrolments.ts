/** The enrolments of a customer who is to be erased: ended first, so that nothing goes out while the rest is taken away. */
import type { Temporal } from 'temporal-polyfill';
import { namesOfAlarms } from '../record/alarm/alarm-names.ts';
import type { Customer } from '../record/customer.ts';
import { withoutOpen } from '../record/replace-enrolment.ts';
import { lanes } from '../values/lane.ts';

/** The record with every open enrolment ended, nothing to look for and nobody waiting; the same one where none is and nobody does. */
export function withEnrolmentsErased(customer: Customer, at: Temporal.Instant): Customer {
  const open = customer.enrolments.filter(({ ended }) => !ended);
  if (!customer.look?.due && open.length === 0 && !customer.waiting) return customer;
  const erased = withoutOpen(customer, open, { at, because: 'erased' });
  return { ...erased, waiting: undefined, look: customer.look && { arm: customer.look.arm } };
}

/** The names of the alarms that are still set for a customer, passed by or not; a minute that was passed by may be of either lane. */
export const alarmNamesOf = (customer: Pick<Customer, 'store' | 'id' | 'alarms'>): string[] =>
  lanes.flatMap((lane) => namesOfAlarms(customer, lane));
