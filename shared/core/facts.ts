/** What an event makes known, before any scenario asks: order, profile, consent, and that it was here. */
import { type ConsentFacts, withConsent } from './consent-facts.ts';
import type { Customer } from './customer.ts';
import type { StoreEvent } from './event.ts';
import { eventHash, orderOf } from './event-identity.ts';
import { withOrder } from './order-facts.ts';
import { withProfile } from './profile-facts.ts';

const ringSize = 32;

/** Applies a new event's facts to the record. */
export function withFacts(customer: Customer, event: StoreEvent): ConsentFacts {
  const told = withOrder(withProfile(remembered(customer, event), event), event);
  return withConsent(told, event);
}

/** Order events are remembered by the ledger; the rest in a ring of hashes. */
function remembered(customer: Customer, event: StoreEvent): Customer {
  if (orderOf(event) !== undefined) return customer;
  return withSeen(customer, eventHash(event));
}

/** The ring with one more word; the oldest falls out. */
export function withSeen(customer: Customer, word: string): Customer {
  return { ...customer, seen: [...customer.seen, word].slice(-ringSize) };
}
