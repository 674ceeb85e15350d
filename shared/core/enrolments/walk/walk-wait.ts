/** What a walk does at a wait: it stays, or goes on where the wait is over or was never to be. */
import type { Temporal } from 'temporal-polyfill';
import { arrivalBefore } from '../../language/arrival-waits.ts';
import type { Wait } from '../../language/steps.ts';
import { dueOfWait, firstOfSeries, vainBecause } from '../../questions/due.ts';
import { isTooEarly } from '../../record/alarm/timer-effect.ts';
import type { Situation } from '../../record/situation.ts';
import type { Because } from '../../values/because.ts';
import { isBefore, latest } from '../../values/civil-time.ts';
import type { AtMessage, Became } from './walk-message.ts';
import { landing, type Place, restingAt, turned } from './walk-place.ts';

/** `rest`: until when the customer stays. `leave`: what was waited for is given up. */
type Waited = Place | { readonly rest: Temporal.Instant } | { readonly leave: Because };

export function passedWait(step: Wait, here: Place): Waited {
  const { scenario, around } = here;
  const until = dueOfWait(step, here.due, here);
  if ('date' in step && (!until || isBefore(until, here.due))) {
    const to = step.past === undefined ? here.index + 1 : landing(scenario, step.past);
    return turned(here, to);
  }
  if (until && isBefore(around.at, until)) return { rest: until };
  const vain = vainBecause(step, here);
  if (vain) return { leave: vain };
  const over = { ...here, due: until ? latest(here.due, until) : here.due };
  return turned(over, 'event' in step ? landing(scenario, step.else) : here.index + 1);
}

/**
 * A message that supposes an arrival asks as it goes whether the order is there: while it waited, a later day may have been told.
 *
 * @returns until when it waits on, or why nothing comes of it; undefined where it may go. It is due anew then, and counted from there
 */
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
