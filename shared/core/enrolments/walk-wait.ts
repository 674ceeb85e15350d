/** What a walk does at a wait: it stays, or goes on where the wait is over or was never to be. */
import type { Temporal } from 'temporal-polyfill';
import type { Wait } from '../language/steps.ts';
import { dueOfWait, vainBecause } from '../questions/due.ts';
import type { Because } from '../values/because.ts';
import { isBefore, latest } from '../values/civil-time.ts';
import { landing, type Place, turned } from './walk-place.ts';

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
