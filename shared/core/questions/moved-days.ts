/** A message that was held moves the rest of its story: what is counted from an anchor comes so many days later. */
import { Temporal } from 'temporal-polyfill';
import type { Anchor } from '../language/steps.ts';
import type { Enrolment } from '../record/customer.ts';

/** By how many days a wait after the anchor comes later. Of an arrival told anew only what keeps the planned gap stays. */
export function movedDays(
  { moved }: Pick<Enrolment, 'moved'>,
  anchor: Anchor,
  day: Temporal.PlainDate,
): number {
  if (!moved) return 0;
  if (anchor !== 'arrived' || moved.arrived === undefined) return moved.days;
  const later = Temporal.PlainDate.from(moved.arrived).until(day).days;
  return Math.max(0, moved.days - later);
}
