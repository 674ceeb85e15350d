/** The enrolments of a customer who is to be erased: ended first, so that nothing goes out while the rest is taken away. */
import type { Temporal } from 'temporal-polyfill';
import type { Customer } from '../record/customer.ts';
import { alarmName } from '../values/ids.ts';
import { lanes } from '../values/lane.ts';
import { minuteOf } from '../values/minute.ts';

/** The record with every open enrolment ended and nothing to look for; the same one where none is open. */
export function withEnrolmentsErased(customer: Customer, at: Temporal.Instant): Customer {
  if (!customer.look?.due && customer.enrolments.every(({ ended }) => ended)) return customer;
  const enrolments = customer.enrolments.map((enrolment) =>
    enrolment.ended
      ? enrolment
      : { ...enrolment, held: undefined, ended: { at, because: 'erased' as const } },
  );
  return { ...customer, enrolments, look: customer.look && { arm: customer.look.arm } };
}

/** The names of the alarms that are still set for a customer, passed by or not, as the record knows of them. */
export function alarmNamesOf({ store, id, alarms }: Pick<Customer, 'store' | 'id' | 'alarms'>): string[] {
  const minutes = [alarms?.transactional, alarms?.marketing, ...(alarms?.passed ?? [])];
  return lanes.flatMap((lane) =>
    minutes.flatMap((minute) =>
      minute ? alarmName({ store, customer: id, lane, minute: minuteOf(minute) }) : [],
    ),
  );
}
