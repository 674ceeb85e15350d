/**
 * An event that a replay brought as a fact let nobody in, and yet is known from then on. A mark beside its identity keeps
 * it from being taken for one that was asked already: while it is fresh, the event itself may still let her in.
 */
import type { StoreEvent } from '../events/event.ts';
import { eventHash, ledgerEntry, orderOf } from '../facts/event-identity.ts';
import { withSeen } from '../facts/facts.ts';
import { maxWords } from '../facts/orders/order-entry.ts';
import { eventOfTrigger } from '../language/trigger.ts';
import type { Customer } from '../record/customer.ts';
import type { LedgerOrder } from '../record/orders/ledger-entry.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { isFresh } from './enter-refusal.ts';

/** No word of the ledger and no hash begins so. Code that does not know the mark sees an event that was here: safe. */
const owed = (identity: string) => `~${identity}`;

/** True when the event's facts are known, and nobody was asked yet whether it lets in. */
export function isOwed(customer: Customer, event: StoreEvent): boolean {
  const order = orderOf(event);
  if (order === undefined) return customer.seen.includes(owed(eventHash(event)));
  return ledgerOrder(customer, order)?.seen.includes(owed(ledgerEntry(event))) ?? false;
}

/** Marks an event whose facts were just applied, where a scenario would still take it. Where there is no room: no mark. */
export function withDebt(customer: Customer, event: StoreEvent, around: Surroundings): Customer {
  const wanted = around.book.current.some(
    (scenario) =>
      eventOfTrigger(scenario.trigger) === event.name && isFresh(scenario, event.occurredAt, around),
  );
  if (!wanted) return customer;
  const order = orderOf(event);
  if (order === undefined) {
    return withSeen(customer, owed(eventHash(event)), around);
  }
  return withLedger(customer, order, (entry) =>
    entry.seen.length < maxWords ? [...entry.seen, owed(ledgerEntry(event))] : entry.seen,
  );
}

export function withoutDebt(customer: Customer, event: StoreEvent): Customer {
  const order = orderOf(event);
  if (order === undefined) {
    return { ...customer, seen: customer.seen.filter((hash) => hash !== owed(eventHash(event))) };
  }
  return withLedger(customer, order, ({ seen }) => seen.filter((word) => word !== owed(ledgerEntry(event))));
}

function withLedger(
  customer: Customer,
  order: string,
  seen: (entry: LedgerOrder) => readonly string[],
): Customer {
  const orders = customer.orders.map((entry) =>
    entry.id === order ? { ...entry, seen: seen(entry) } : entry,
  );
  return { ...customer, orders };
}
