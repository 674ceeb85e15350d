/** Walks an enrolment from step to step until it rests: at a wait, at a message that is not due to be decided, or at its end. */
import type { Temporal } from 'temporal-polyfill';
import type { Because } from './because.ts';
import { isBefore, latest } from './civil-time.ts';
import type { Customer, Enrolment } from './customer.ts';
import { dueOfWait } from './due.ts';
import { fits } from './evaluate-filter.ts';
import { filterSubject } from './may-send.ts';
import type { Branch, Scenario, Send, Step } from './scenario.ts';
import type { Surroundings } from './surroundings.ts';

type Instant = Temporal.Instant;

/** No path of a checked scenario is longer without a wait that is still open, but one that is late by many rounds. */
const maxStrides = 200;

/** What to do at a message the walk has come to: rest there, or go on after having dealt with it. */
export type AtSend = (
  step: Send,
  enrolment: Enrolment,
  customer: Customer,
) => { readonly rest: Enrolment } | { readonly customer: Customer; readonly due: Instant };

export interface Walked {
  readonly customer: Customer;
  readonly enrolment: Enrolment;
  readonly because: Because;
}

/**
 * Walks on from the step at `index`, which is due at `due`.
 *
 * @param event the entry's fields that branches ask about
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
): Walked {
  let here = { customer, enrolment: start, index, due };
  for (let strides = 0; strides < maxStrides; strides += 1) {
    const step: Step | undefined = scenario.steps[here.index];
    if (!step) return ended(here.customer, here.enrolment, 'completed', around.at);
    switch (step.kind) {
      case 'wait': {
        const until = dueOfWait(step, here.due, scenario, here.customer, here.enrolment, around.settings);
        if (isBefore(around.at, until)) {
          return {
            ...here,
            enrolment: restingAt(here.enrolment, step.id, here.due, until),
            because: 'waiting',
          };
        }
        here = { ...here, index: here.index + 1, due: latest(here.due, until) };
        break;
      }
      case 'send': {
        const arrived = { ...here.enrolment, step: step.id, since: here.due };
        const next = atSend(step, arrived, here.customer);
        if ('rest' in next) return { ...here, enrolment: next.rest, because: next.rest.held ?? 'waiting' };
        here = { customer: next.customer, enrolment: arrived, index: here.index + 1, due: next.due };
        break;
      }
      case 'branch': {
        const target = wayOn(step, here.customer, here.enrolment, event);
        const to = scenario.steps.findIndex((other) => other.id === target);
        const back = to <= here.index;
        const lap = (here.enrolment.lap ?? 0) + (back ? 1 : 0);
        here = { ...here, enrolment: { ...here.enrolment, lap: lap || undefined }, index: to };
        break;
      }
      case 'exit':
        return ended(here.customer, here.enrolment, 'exit-step', around.at);
      default:
        return neverStep(step);
    }
  }
  // A circle so late that all its waits are over: she rests for a moment, and the next timer walks on.
  const step = scenario.steps[here.index]?.id ?? here.enrolment.step;
  return { ...here, enrolment: restingAt(here.enrolment, step, here.due, around.at), because: 'waiting' };
}

/** The enrolment resting at a step until `due`, with a timer of its own. */
export function restingAt(enrolment: Enrolment, step: string, since: Instant, due: Instant): Enrolment {
  return { ...enrolment, step, since, due, arm: enrolment.arm + 1, held: undefined, by: undefined };
}

function ended(customer: Customer, enrolment: Enrolment, because: Because, at: Instant): Walked {
  return { customer, enrolment: { ...enrolment, held: undefined, ended: { at, because } }, because };
}

function wayOn(
  step: Branch,
  customer: Customer,
  enrolment: Enrolment,
  event: Readonly<Record<string, unknown>>,
): string {
  const subject = filterSubject(customer, enrolment, event);
  return step.when.find((way) => fits(way.if, subject))?.then ?? step.else;
}

function neverStep(step: never): never {
  throw new Error(`Step kind ${(step as Step).kind} is not known to this code.`);
}
