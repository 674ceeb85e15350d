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
  return isSameBut(before, after);
}

const keptLook = ({ detail }: StoreEvent, { views }: Customer) =>
  views.find(({ productId }) => productId === detail.product?.id);

/** What every sign writes: what else there is tells more than that the customer was here. */
const ofSigns: ReadonlySet<string> = new Set<keyof Customer>([
  'lastSignAt',
  'score',
  'seen',
  'views',
  'profile',
]);

/** Parts that nobody has touched are the very same ones: only the others are compared by what they hold. */
function isSameBut(before: Customer, after: Customer): boolean {
  for (const name of Object.keys(after) as (keyof Customer)[]) {
    if (ofSigns.has(name) || before[name] === after[name]) continue;
    if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) return false;
  }
  if (before.profile !== after.profile && profileOf(before) !== profileOf(after)) return false;
  return before.views === after.views || looksOf(before) === looksOf(after);
}

function profileOf({ profile: { asOf, ...known } }: Customer): string {
  return JSON.stringify(known);
}

function looksOf(customer: Customer): string {
  const products = withoutShown(customer).map(({ at, times, ...product }) => product);
  return JSON.stringify(products.sort((a, b) => (a.productId < b.productId ? -1 : 1)));
}
