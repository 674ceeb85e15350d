/** Signs that say nothing new: within a day of one that the record keeps, the same look or another click writes nothing. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import type { Customer } from '../record/customer.ts';
import { withoutShown } from './product-sign-facts.ts';
import { isSign } from './sign-facts.ts';

type Instant = Temporal.Instant;

/** 24 hours from the sign that is kept, not a civil day: whoever looks before and after midnight is no two visitors. */
const day_ms = 24 * 3_600_000;

const isWithinDay = (one: Instant | undefined, other: Instant): boolean =>
  one !== undefined && Math.abs(one.epochMilliseconds - other.epochMilliseconds) < day_ms;

/**
 * True for a sign within a day of the kept one (a look at a product: of the kept look at that product), earlier or later,
 * by which nothing else of the record has changed. Leaving it out costs at most this: the last sign, the last look and
 * the age of the profile are up to a day too early, and looks and lead score count it not. Where somebody asks for the
 * counts, it must be kept.
 */
export function saysNothingNew(event: StoreEvent, before: Customer, after: Customer): boolean {
  const isRecent = (kept: Instant | undefined) => isWithinDay(kept, event.occurredAt);
  if (!isSign(event) || !isRecent(before.lastSignAt)) return false;
  if (event.name === 'ProductViewed' && !isRecent(keptLook(event, before)?.at)) return false;
  // Its word on the profile is the same; only the moment it is as of moves on.
  if (before.profile !== after.profile && !isRecent(before.profile.asOf)) return false;
  return signless(before) === signless(after);
}

const keptLook = ({ detail }: StoreEvent, { views }: Customer) =>
  views.find(({ productId }) => productId === detail.product?.id);

/** The record without what every sign writes: what is left tells more than that the customer was here. */
function signless(customer: Customer): string {
  const { lastSignAt, score, seen, views, profile, ...more } = customer;
  const { asOf, ...known } = profile;
  const products = withoutShown(customer).map(({ at, times, ...product }) => product);
  return JSON.stringify([more, known, products.sort((a, b) => (a.productId < b.productId ? -1 : 1))]);
}
