/** Events a journey puts on the bus: kept in the record, and published by whoever saved it. */
import type { Emit } from '../../language/steps.ts';
import type { Customer } from '../../record/customer.ts';
import type { PendingEvent } from '../../record/pending-event.ts';
import { zoneOf } from '../../record/zone.ts';
import { addDuration } from '../../values/civil-time.ts';
import { digest } from '../../values/ids.ts';
import type { Place } from './walk-place.ts';

/** The customer with the event of the step, once: coming here again in the same lap makes the same one. */
export function withEmitted(step: Emit, here: Place): Customer {
  const { customer, enrolment, due, around, by } = here;
  const { store, id } = customer;
  const dueAt = step.due && addDuration(due, step.due, zoneOf(customer, around.settings));
  const event: PendingEvent = {
    id: digest(['emit', store, id, enrolment.id, step.id, enrolment.lap ?? 0], 32),
    name: step.event,
    detail: {
      customer: { id },
      scenario: enrolment.scenario,
      step: step.id,
      enrolment: enrolment.id,
      ...(enrolment.order === undefined ? {} : { order: { id: enrolment.order } }),
      ...step.detail,
      ...(dueAt ? { dueAt: dueAt.toString() } : {}),
    },
    at: around.at,
    by,
  };
  return { ...customer, pending: [...customer.pending.filter((other) => other.id !== event.id), event] };
}
