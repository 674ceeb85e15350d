import type { Customer, Enrolment } from './customer.ts';

/** The customer with one enrolment in its new state. */
export function withEnrolment(customer: Customer, enrolment: Enrolment): Customer {
  return {
    ...customer,
    enrolments: customer.enrolments.map((other) => (other.id === enrolment.id ? enrolment : other)),
  };
}

/** The customer with these enrolments ended. */
export function withoutOpen(
  customer: Customer,
  open: readonly Enrolment[],
  ended: NonNullable<Enrolment['ended']>,
): Customer {
  if (open.length === 0) return customer;
  const enrolments = customer.enrolments.map((enrolment) =>
    open.includes(enrolment) ? { ...enrolment, held: undefined, ended } : enrolment,
  );
  return { ...customer, enrolments };
}
