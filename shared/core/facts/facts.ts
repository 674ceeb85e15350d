/** What an event makes known, before any scenario asks: orders, profile, goods, signs, consent, and that it was here. */
import type { StoreEvent } from '../events/event.ts';
import type { Customer } from '../record/customer.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { withWishes } from '../record/wishes.ts';
import { zoneOf } from '../record/zone.ts';
import { withCarts } from './cart-facts.ts';
import { atNewAddress } from './consent-confirmation.ts';
import { withConsent } from './consent-facts.ts';
import type { ConsentFacts } from './consent-written.ts';
import { doneKey, isKeptLook, looksLost, orderOf } from './event-identity.ts';
import { withHelp } from './help-facts.ts';
import { withOrder } from './orders/order-facts.ts';
import { withOwned, withView } from './product-sign-facts.ts';
import { withLine, withProfile } from './profile-facts.ts';
import { withWord } from './seen-ring.ts';
import { withMarks, withScore, withSign } from './sign-facts.ts';
import { withStanding } from './standing-facts.ts';
import { withSubscription } from './subscription-facts.ts';
import { ringWord } from './told-otherwise.ts';

type Around = Pick<Surroundings, 'at' | 'settings'>;

/**
 * Applies a new event's facts to the record. Whatever order events come in, the record ends the same, within the
 * bounds of its lists; events of one and the same moment are told in the order of their coming.
 */
export function withFacts(customer: Customer, event: StoreEvent, around: Around): ConsentFacts {
  const { at, settings } = around;
  // The score first: it asks what was known before.
  const scored = withScore(customer, event, settings.scoreHalfLife_days);
  const viewed = remembered([customer, withView(scored, event)], event, around);
  const profiled = withLine(withProfile(viewed, event), event);
  const ordered = withStanding(withOrder(profiled, event, settings), event);
  const goods = withCarts(withOwned(ordered, event, ledgerOrder(customer, orderOf(event))), event, at);
  const cared = withHelp(withSubscription(goods, event, zoneOf(goods, settings)), event);
  const wishing = withWishes(withMarks(withSign(cared, event), event), event, zoneOf(cared, settings));
  return withConsent(atNewAddress(customer, wishing, settings), event, settings);
}

/** Order events are remembered by the ledger, what is done once by its key, looks by the views; the rest in a ring of hashes. */
function remembered([before, after]: readonly [Customer, Customer], event: StoreEvent, around: Around) {
  if (orderOf(event) !== undefined || doneKey(event) !== undefined) return after;
  const lost = looksLost(before, after);
  const words = isKeptLook(event, after) ? lost : [...lost, ringWord(event)];
  return words.reduce((customer, word) => withSeen(customer, word, around), after);
}

/** The customer with one more word in the ring of events. */
export function withSeen(customer: Customer, word: string, around: Around): Customer {
  return { ...customer, seen: withWord(customer.seen, word, around) };
}
