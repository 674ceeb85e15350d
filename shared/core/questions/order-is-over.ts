import { beginsAnOrder, type EventName } from '../events/event-names.ts';
import { parcelHasSeen, parcelOf } from '../facts/parcel.ts';
import { exitRules } from '../language/exit-rules.ts';
import type { Scenario } from '../language/scenario.ts';
import { eventOfTrigger } from '../language/trigger.ts';
import type { Customer } from '../record/customer.ts';
import { ledgerOrder } from '../record/ledger-order.ts';
import { correlationOf } from './correlate.ts';

/**
 * True when the order of a story has met an exit of its scenario, even one that came before the entry; or, of a story
 * that an order begins, when that order was cancelled. Of a story about a parcel, what became of others does not count.
 *
 * @param event the fields of the event that lets in, or those that the run kept
 */
export function orderIsOver(
  scenario: Scenario,
  customer: Customer,
  order: string | undefined,
  event: Readonly<Record<string, unknown>> | undefined,
): boolean {
  const entry = ledgerOrder(customer, order);
  const began = eventOfTrigger(scenario.trigger);
  const ends: EventName[] = exitRules(scenario)
    .filter((rule) => correlationOf(rule, 'order') === 'order')
    .map((rule) => rule.on);
  if (began !== undefined && beginsAnOrder(began)) ends.push('OrderCancelled');
  return ends.some((name) => name !== began && parcelHasSeen(entry, name, parcelOf(event)));
}
