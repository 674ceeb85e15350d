import { correlationOf } from './correlate.ts';
import { type Customer, ledgerOrder, orderHasSeen } from './customer.ts';
import { beginsAnOrder, type EventName } from './event-names.ts';
import type { Scenario } from './scenario.ts';
import { exitRules } from './scenario-book.ts';

/**
 * True when the order of a story has met an exit of its scenario, even one that came before the entry; or, of a story
 * that an order begins, when that order was cancelled.
 */
export function orderIsOver(scenario: Scenario, customer: Customer, order: string | undefined): boolean {
  const entry = ledgerOrder(customer, order);
  const ends: EventName[] = exitRules(scenario)
    .filter((rule) => correlationOf(rule) === 'order')
    .map((rule) => rule.on);
  if (beginsAnOrder(scenario.trigger.on)) ends.push('OrderCancelled');
  return ends.some((name) => name !== scenario.trigger.on && orderHasSeen(entry, name));
}
