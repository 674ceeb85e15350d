/** What an event makes known, before any scenario asks: orders, profile, goods, signs, consent, and that it was here. */
import type { StoreEvent } from '../events/event.ts';
import type { Customer } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { withWishes } from '../record/wishes.ts';
import { zoneOf } from '../record/zone.ts';
import { withCarts } from './cart-facts.ts';
import { atNewAddress } from './consent-confirmation.ts';
import { type ConsentFacts, withConsent } from './consent-facts.ts';
import { doneKey, eventHash, orderOf } from './event-identity.ts';
import { withHelp } from './help-facts.ts';
import { withOrder } from './order-facts.ts';
import { withOwned, withView } from './product-sign-facts.ts';
import { withProfile } from './profile-facts.ts';
import { withMarks, withScore, withSign } from './sign-facts.ts';
import { withSubscription } from './subscription-facts.ts';

const ringSize = 32;

/**
 * Applies a new event's facts to the record. Whatever order events come in, the record ends the same, within the
 * bounds of its lists; events of one and the same moment are told in the order of their coming.
 */
export function withFacts(
  customer: Customer,
  event: StoreEvent,
  around: Pick<Surroundings, 'at' | 'settings'>,
): ConsentFacts {
  const { at, settings } = around;
  // The score first: it asks what was known before.
  const scored = withScore(remembered(customer, event), event, settings.scoreHalfLife_days);
  const ordered = withOrder(withProfile(scored, event), event);
  const goods = withCarts(withOwned(withView(ordered, event), event), event, at);
  const cared = withHelp(withSubscription(goods, event, zoneOf(goods, settings)), event);
  const wishing = withWishes(withMarks(withSign(cared, event), event), event);
  return withConsent(atNewAddress(customer, wishing, settings), event, settings);
}

/** Order events are remembered by the ledger, what is done once by its key; the rest in a ring of hashes. */
function remembered(customer: Customer, event: StoreEvent): Customer {
  if (orderOf(event) !== undefined || doneKey(event) !== undefined) return customer;
  return withSeen(customer, eventHash(event));
}

/** The ring with one more word; the oldest falls out. */
export function withSeen(customer: Customer, digest: string): Customer {
  return { ...customer, seen: [...customer.seen, digest].slice(-ringSize) };
}
