import { beginsAnOrder, type EventName } from '../events/event-catalogue.ts';
import { parcelHasSeen, parcelOf } from '../facts/orders/parcel.ts';
import { exitRules } from '../language/exit-rules.ts';
import { eventOfTrigger } from '../language/trigger.ts';
import type { Enrolment } from '../record/customer.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import { isOff } from '../record/orders/order-state.ts';
import type { Situation } from '../record/situation.ts';
import type { Surroundings } from '../record/surroundings.ts';
import type { Because } from '../values/because.ts';
import type { Fields } from '../values/pick-fields.ts';
import { correlationOf } from './correlate.ts';

/** An enrolment, or what would be one, and the order it is about. */
type OfOrder = Pick<Situation, 'scenario' | 'customer'> & {
  readonly around: Pick<Surroundings, 'at'>;
  readonly enrolment: Pick<Enrolment, 'order'>;
  readonly event: Fields | undefined;
};

/**
 * True when the order of an enrolment has met an exit of its scenario, even one that came before the entry; or has come to
 * nothing. Of an enrolment about a parcel, what became of others does not count.
 */
export function orderIsOver(of: OfOrder): boolean {
  const { scenario, customer, enrolment, event } = of;
  const entry = ledgerOrder(customer, enrolment.order);
  const began = eventOfTrigger(scenario.trigger);
  const ends: EventName[] = exitRules(scenario)
    .filter((rule) => correlationOf(rule, 'order') === 'order')
    .map((rule) => rule.on);
  if (began !== undefined && beginsAnOrder(began)) ends.push('OrderCancelled');
  return (
    ends.some((name) => name !== began && parcelHasSeen(entry, name, parcelOf(event))) ||
    orderHasEnded(of) !== undefined
  );
}

/** Facts that tell of trouble with an order: what such a one begins is about that, and goes on. */
const troubles: ReadonlySet<EventName> = new Set<EventName>([
  'PaymentFailed',
  'DeliveryFailed',
  'OrderCancelled',
  'OrderReturned',
  'OrderRefunded',
  'OrderExchanged',
]);

/** A marketing enrolment about an order ends with it, unless it began with the very trouble. */
export function orderHasEnded({
  scenario,
  customer,
  enrolment,
  around,
}: Omit<OfOrder, 'event'>): Because | undefined {
  const began = eventOfTrigger(scenario.trigger);
  if (scenario.kind === 'transactional' || (began !== undefined && troubles.has(began))) return undefined;
  const order = ledgerOrder(customer, enrolment.order);
  return order && isOff(order, around.at) ? 'order-undone' : undefined;
}
