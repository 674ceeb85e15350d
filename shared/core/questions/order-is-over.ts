import { beginsAnOrder, type EventName } from '../events/event-catalogue.ts';
import { parcelHasSeen, parcelOf } from '../facts/parcel.ts';
import { exitRules } from '../language/exit-rules.ts';
import { eventOfTrigger } from '../language/trigger.ts';
import type { Enrolment } from '../record/customer.ts';
import { ledgerOrder } from '../record/ledger-order.ts';
import type { Situation } from '../record/situation.ts';
import type { Fields } from '../values/pick-fields.ts';
import { correlationOf } from './correlate.ts';

/** An enrolment, or what would be one, and the order it is about. */
type OfOrder = Pick<Situation, 'scenario' | 'customer'> & {
  readonly enrolment: Pick<Enrolment, 'order'>;
  readonly event: Fields | undefined;
};

/**
 * True when the order of an enrolment has met an exit of its scenario, even one that came before the entry; or, of an enrolment
 * that an order begins, when that order was cancelled. Of an enrolment about a parcel, what became of others does not count.
 */
export function orderIsOver({ scenario, customer, enrolment, event }: OfOrder): boolean {
  const entry = ledgerOrder(customer, enrolment.order);
  const began = eventOfTrigger(scenario.trigger);
  const ends: EventName[] = exitRules(scenario)
    .filter((rule) => correlationOf(rule, 'order') === 'order')
    .map((rule) => rule.on);
  if (began !== undefined && beginsAnOrder(began)) ends.push('OrderCancelled');
  return ends.some((name) => name !== began && parcelHasSeen(entry, name, parcelOf(event)));
}
