/** Walks an enrolment from step to step until it rests: at a wait, at a message that is to be decided, or at its end. */
import type { Temporal } from 'temporal-polyfill';
import { fits } from '../../language/evaluate-filter.ts';
import type { Branch, Step } from '../../language/steps.ts';
import { firstOfSeries } from '../../questions/due.ts';
import { filterSubject } from '../../questions/filter-subject.ts';
import type { Enrolment } from '../../record/customer.ts';
import { isBefore } from '../../values/civil-time.ts';
import type { AtMessage, Became } from './walk-message.ts';
import { doneOnce } from './walk-once.ts';
import { ended, landing, type Place, rested, restingAt, turned, type Walked } from './walk-place.ts';
import { noted, seriesLimit } from './walk-series.ts';
import { variantOf } from './walk-split.ts';
import { passedWait } from './walk-wait.ts';

/** No path of a checked scenario is longer without a wait that is still open, but one that is late by many rounds. */
const maxStrides = 200;

/** Walks on from where `setOut` or `walkOnFrom` stands. */
export function walk(start: Place): Walked | AtMessage {
  let here = start;
  while (here.strides < maxStrides) {
    const step = here.scenario.steps[here.index];
    if (!step) return ended(here, 'completed');
    const next = stride(step, here);
    if ('at' in next) return next;
    here = { ...next, strides: here.strides + 1 };
  }
  // A circle so late that all its waits are over: she rests for a moment, and the next timer walks on.
  const step = here.scenario.steps[here.index]?.id ?? here.enrolment.step;
  return rested(here, restingAt(here.enrolment, step, here.due, here.around.at));
}

/** Goes on by what became of the message. */
export function walkOnFrom({ step, place }: AtMessage, became: Became): Walked | AtMessage {
  if ('rest' in became) return rested(place, became.rest);
  if ('leave' in became) return ended(place, became.leave);
  const there = became.moved ? { ...place, enrolment: { ...place.enrolment, moved: became.moved } } : place;
  return walk({
    ...there,
    customer: became.customer,
    due: became.due,
    index: place.index + 1,
    fresh: true,
    claimed: place.claimed || became.as === 'claimed',
    strides: place.strides + 1,
    ...noted(step, there, became),
  });
}

/** Walks on; at a message it rests, due: whether it may go is decided when its timer fires. */
export function walkToMessage(start: Place): Walked {
  const walked = walk(start);
  if (walked.at !== 'message') return walked;
  const { step, place } = walked;
  const { since } = place.enrolment;
  return rested(place, restingAt(place.enrolment, step.id, since, since));
}

function stride(step: Step, here: Place): Place | Walked | AtMessage {
  const { scenario } = here;
  switch (step.kind) {
    case 'wait': {
      const passed = passedWait(step, here);
      if ('leave' in passed) return ended(here, passed.leave);
      if (!('rest' in passed)) return passed;
      return rested(here, restingAt(here.enrolment, step.id, here.due, passed.rest));
    }
    case 'send':
      return { at: 'message', step, place: { ...here, enrolment: arrived(here, step, here.due) } };
    case 'series':
      return series(step, here);
    case 'branch':
      return turned(here, landing(scenario, wayOn(step, here)));
    case 'split': {
      const way = variantOf(step, here);
      const variants = { ...here.enrolment.variants, [step.id]: way.variant };
      return turned({ ...here, enrolment: { ...here.enrolment, variants } }, landing(scenario, way.then));
    }
    case 'goto':
      return turned(here, landing(scenario, step.to));
    case 'exit':
      return ended(here, 'exit-step');
    default:
      return doneOnce(step, here);
  }
}

/** The message of a series that is next; beyond its last one she goes on. */
function series(step: Extract<Step, { kind: 'series' }>, here: Place): Place | Walked | AtMessage {
  const { around } = here;
  if ((here.enrolment.counts?.[step.id] ?? 0) >= seriesLimit(step, around)) {
    return { ...here, index: here.index + 1, fresh: true };
  }
  const due = here.fresh ? firstOfSeries(step, here.due, here) : here.due;
  if (isBefore(around.at, due)) return rested(here, restingAt(here.enrolment, step.id, due, due));
  return { at: 'message', step, place: { ...here, due, enrolment: arrived(here, step, due) } };
}

const arrived = (here: Place, step: Step, since: Temporal.Instant): Enrolment => ({
  ...here.enrolment,
  step: step.id,
  since,
});

function wayOn(step: Branch, here: Place): string {
  const subject = filterSubject(here);
  return step.when.find((way) => fits(way.if, subject))?.then ?? step.else;
}
