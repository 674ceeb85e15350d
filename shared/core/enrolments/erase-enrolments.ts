/** The enrolments of a customer who is to be erased: ended first, so that nothing goes out while the rest is taken away. */
import type { Temporal } from 'temporal-polyfill';
import { namesOfAlarms } from '../record/alarm/alarm-names.ts';
import type { Customer } from '../record/customer.ts';
import { withoutOpen } from '../record/replace-enrolment.ts';
import { lanes } from '../values/lane.ts';

/** The record with every open enrolment ended and nothing to look for; the same one where none is open. */
export function withEnrolmentsErased(customer: Customer, at: Temporal.Instant): Customer {
  const open = customer.enrolments.filter(({ ended }) => !ended);
  if (!customer.look?.due && open.length === 0) return customer;
  const erased = withoutOpen(customer, open, { at, because: 'erased' });
  return { ...erased, look: customer.look && { arm: customer.look.arm } };
}

/** The names of the alarms that are still set for a customer, passed by or not; a minute that was passed by may be of either lane. */
export const alarmNamesOf = (customer: Pick<Customer, 'store' | 'id' | 'alarms'>): string[] =>
  lanes.flatMap((lane) => namesOfAlarms(customer, lane));
