/** A message that supposes an arrival asks as it goes whether the order is there: while it waited, a later day may have been told. */
import { arrivalBefore } from '../language/arrival-waits.ts';
import { dueOfWait, firstOfSeries, vainBecause } from '../questions/due.ts';
import type { Situation } from '../record/situation.ts';
import { isTooEarly } from '../record/timer-effect.ts';
import type { AtMessage, Became } from './walk-message.ts';
import { restingAt } from './walk-place.ts';

/** Until when it waits on, or why nothing comes of it; undefined where it may go. It is due anew then, and counted from there. */
export function tooSoonFor({ step, place }: AtMessage, fired: Situation): Became | undefined {
  const wait = arrivalBefore(place.scenario, step.id);
  if (!wait) return undefined;
  const { customer, enrolment } = place;
  const now = { ...fired, customer, enrolment };
  const due = dueOfWait(wait, enrolment.since, now);
  if (due && isTooEarly(due, fired.around.at)) {
    const until = step.kind === 'series' ? firstOfSeries(step, due, now) : due;
    return { rest: restingAt(enrolment, step.id, until, until) };
  }
  const vain = vainBecause(wait, now);
  return vain && { leave: vain };
}
