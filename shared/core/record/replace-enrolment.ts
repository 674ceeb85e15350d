import type { Customer, Enrolment } from './customer.ts';

/** The customer with one enrolment in its new state. */
export function withEnrolment(customer: Customer, enrolment: Enrolment): Customer {
  return {
    ...customer,
    enrolments: customer.enrolments.map((other) => (other.id === enrolment.id ? enrolment : other)),
  };
}
