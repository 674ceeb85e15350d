/** Walks an enrolment from step to step until it rests: at a wait, at a message that is not due to be decided, or at its end. */
import type { Temporal } from 'temporal-polyfill';
import { fits } from '../language/evaluate-filter.ts';
import type { Scenario } from '../language/scenario.ts';
import type { Branch, MessageStep, Step } from '../language/steps.ts';
import { filterSubject } from '../questions/filter-subject.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';
import type { Because } from '../values/because.ts';
import { isBefore } from '../values/civil-time.ts';
import { doneOnce } from './walk-once.ts';
import { landing, type Place, rested, restingAt, turned, type Walked } from './walk-place.ts';
import { firstInSeries, noted, seriesLimit } from './walk-series.ts';
import { variantOf } from './walk-split.ts';
import { passedWait } from './walk-wait.ts';
import type { AtSend, Walking } from './walking.ts';

type Instant = Temporal.Instant;

/** No path of a checked scenario is longer without a wait that is still open, but one that is late by many rounds. */
const maxStrides = 200;

/**
 * Walks on from the step at `index`, which is due at `due`.
 *
 * @param event the entry's fields that branches ask about
 * @param by what makes it walk: the hash of an event, or `enrolment/arm` of a timer, as it is unless given
 */
export function walk(
  scenario: Scenario,
  customer: Customer,
  start: Enrolment,
  index: number,
  due: Instant,
  event: Readonly<Record<string, unknown>>,
  around: Surroundings,
  atSend: AtSend,
  by = `${start.id}/${start.arm}`,
): Walked {
  const walking: Walking = { scenario, event, around, atSend, by };
  let here: Place = {
    customer,
    enrolment: start,
    index,
    due,
    fresh: start.arm === 0 || start.step !== scenario.steps[index]?.id,
  };
  for (let strides = 0; strides < maxStrides; strides += 1) {
    const step = scenario.steps[here.index];
    if (!step) return ended(here, 'completed', around.at);
    const next = stride(step, here, walking);
    if ('because' in next) return next;
    here = next;
  }
  // A circle so late that all its waits are over: she rests for a moment, and the next timer walks on.
  const step = scenario.steps[here.index]?.id ?? here.enrolment.step;
  return { ...here, enrolment: restingAt(here.enrolment, step, here.due, around.at), because: 'waiting' };
}

function stride(step: Step, here: Place, walking: Walking): Place | Walked {
  const { scenario, around } = walking;
  switch (step.kind) {
    case 'wait': {
      const passed = passedWait(step, here, walking);
      if (!('rest' in passed)) return passed;
      return rested(here, restingAt(here.enrolment, step.id, here.due, passed.rest));
    }
    case 'send':
      return message(step, { ...here, enrolment: arrived(here, step, here.due) }, walking);
    case 'series':
      return series(step, here, walking);
    case 'branch':
      return turned(here, landing(scenario, wayOn(step, here, walking)));
    case 'split': {
      const way = variantOf(step, here, scenario);
      const variants = { ...here.enrolment.variants, [step.id]: way.variant };
      return turned({ ...here, enrolment: { ...here.enrolment, variants } }, landing(scenario, way.then));
    }
    case 'goto':
      return turned(here, landing(scenario, step.to));
    case 'exit':
      return ended(here, 'exit-step', around.at);
    default:
      return doneOnce(step, here, walking);
  }
}

function message(step: MessageStep, here: Place, walking: Walking): Place | Walked {
  const next = walking.atSend(step, here.enrolment, here.customer);
  if ('rest' in next) return rested(here, next.rest);
  if ('leave' in next) return ended(here, next.leave, walking.around.at);
  const on = {
    customer: next.customer,
    due: next.due,
    index: here.index + 1,
    fresh: true,
    claimed: here.claimed || next.as === 'claimed',
  };
  return { ...on, ...noted(step, here, next, walking) };
}

/** The message of a series that is next; beyond its last one she goes on. */
function series(step: Extract<Step, { kind: 'series' }>, here: Place, walking: Walking): Place | Walked {
  const { around, scenario } = walking;
  if ((here.enrolment.counts?.[step.id] ?? 0) >= seriesLimit(step, around)) {
    return { ...here, index: here.index + 1, fresh: true };
  }
  const due = here.fresh ? firstInSeries(step, here, scenario, around) : here.due;
  if (isBefore(around.at, due)) return rested(here, restingAt(here.enrolment, step.id, due, due));
  return message(step, { ...here, due, enrolment: arrived(here, step, due) }, walking);
}

const arrived = (here: Place, step: Step, since: Instant): Enrolment => ({
  ...here.enrolment,
  step: step.id,
  since,
});

function ended({ customer, enrolment }: Place, because: Because, at: Instant): Walked {
  return { customer, enrolment: { ...enrolment, held: undefined, ended: { at, because } }, because };
}

function wayOn(step: Branch, { customer, enrolment }: Place, { event, around }: Walking): string {
  const subject = filterSubject(customer, enrolment, event, around);
  return step.when.find((way) => fits(way.if, subject))?.then ?? step.else;
}
