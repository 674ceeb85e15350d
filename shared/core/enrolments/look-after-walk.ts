/** A walk that has written of the customer leaves a look to be made at once: by what it wrote other segments may hold. */
import type { Temporal } from 'temporal-polyfill';
import { type SegmentsNow, withSegments } from '../questions/segments.ts';
import type { Customer } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';

/**
 * The customer after the walk, with the look where a `set` step came by. It is a message of its own, with a save and a
 * repeat of its own; a repeat of the walk finds it by `by` and arms it again.
 */
export function withLookOwed(before: Customer, after: Customer, at: Temporal.Instant, by: string): Customer {
  if (!isOtherwise(before, after)) return after;
  return { ...after, look: { ...after.look, due: at, arm: (after.look?.arm ?? 0) + 1, by } };
}

/** Asks the segments once more where a walk has written of her since they were asked. */
export function segmentsAfterWalk(
  before: Customer,
  after: Customer,
  around: Surroundings,
  by: string,
): Pick<SegmentsNow, 'customer' | 'entered' | 'left'> {
  return isOtherwise(before, after)
    ? withSegments(after, around.at, around, by)
    : { customer: after, entered: [], left: [] };
}

/** What segments ask of the customer is no longer the same by what a walk has written. */
function isOtherwise(before: Customer, after: Customer): boolean {
  const { labels, categories, score, profile } = before;
  const isSame =
    labels === after.labels &&
    categories === after.categories &&
    score === after.score &&
    profile === after.profile;
  return !isSame;
}
