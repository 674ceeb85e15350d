/** Where a walk is between two steps. */
import type { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../language/scenario.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { Because } from '../values/because.ts';

export interface Place {
  readonly customer: Customer;
  readonly enrolment: Enrolment;
  readonly index: number;
  /** From when the step at `index` counts. */
  readonly due: Temporal.Instant;
  /** False where she rested at this very step before. */
  readonly fresh: boolean;
  /** True once this walk has claimed a message. */
  readonly claimed?: boolean | undefined;
}

/** The index of a step of a checked scenario. */
export function landing(scenario: Scenario, step: string): number {
  return scenario.steps.findIndex(({ id }) => id === step);
}

/** On at another step; going back is a lap more, so that a message met again is another message. */
export function turned(here: Place, to: number): Place {
  const lap = (here.enrolment.lap ?? 0) + (to <= here.index ? 1 : 0);
  return { ...here, enrolment: { ...here.enrolment, lap: lap || undefined }, index: to, fresh: true };
}

export interface Walked {
  readonly customer: Customer;
  readonly enrolment: Enrolment;
  readonly because: Because;
}

/** The enrolment resting at a step until `due`, with a timer of its own. */
export function restingAt(
  enrolment: Enrolment,
  step: string,
  since: Temporal.Instant,
  due: Temporal.Instant,
): Enrolment {
  return { ...enrolment, step, since, due, arm: enrolment.arm + 1, held: undefined, by: undefined };
}

export function rested({ customer }: Place, enrolment: Enrolment): Walked {
  return { customer, enrolment, because: enrolment.held ?? 'waiting' };
}
