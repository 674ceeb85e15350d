/** The customer an event is tried on: one nobody has heard of, or one made of a file. */
import { applyEvents } from '../../../shared/core/enrolments/apply-events.ts';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import type { Surroundings } from '../../../shared/core/record/surroundings.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import { eventOf } from './event-file.ts';

/**
 * Either the customer's events, oldest first, which fold into the record as the engine would fold them, or fields as
 * on the wire, which are known a moment before the event.
 */
export function eventCustomerOf(
  event: StoreEvent,
  known: unknown,
  where: string,
  around: Omit<Surroundings, 'at'>,
): Customer {
  const { id } = event.detail.customer;
  const events = Array.isArray(known)
    ? known.map((one, at) => eventOf(one, `${where}, event ${at + 1}`).event)
    : [eventOf(justUpdated(event, known, where), where, 'CustomerUpdated').event];
  const stranger = events.find((one) => one.detail.customer.id !== id);
  if (stranger) {
    throw new OperatorRefusal(
      `${where} is about customer "${stranger.detail.customer.id}", the event of "${id}".`,
    );
  }
  return events.reduce(
    (before: Customer, one) => applyEvents(before, [one], { ...around, at: one.occurredAt }).customer,
    newCustomer(around.settings.store, id),
  );
}

function justUpdated(event: StoreEvent, fields: unknown, where: string): object {
  if (typeof fields !== 'object' || fields === null) {
    throw new OperatorRefusal(
      `${where} is no customer: give an object of the customer's fields, or a list of the customer's events.`,
    );
  }
  const { id, email } = event.detail.customer;
  return {
    eventId: 'customer',
    occurredAt: event.occurredAt.subtract({ seconds: 1 }).toString(),
    customer: { ...(event.isGuests ? { email } : { id }), ...fields },
  };
}
