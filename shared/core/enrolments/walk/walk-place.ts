/** Where a walk is: the situation, and the step it has come to. */
import type { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../../language/scenario.ts';
import type { Customer, Enrolment } from '../../record/customer.ts';
import type { Situation } from '../../record/situation.ts';
import type { Because } from '../../values/because.ts';

export interface Place extends Situation {
  readonly index: number;
  /** From when the step at `index` counts. */
  readonly due: Temporal.Instant;
  /** False where she rested at this very step before. */
  readonly fresh: boolean;
  /** True once this walk has claimed a message. */
  readonly claimed?: boolean | undefined;
  /** What makes it walk: the hash of an event, or `enrolment/arm`. Events it emits are found by this. */
  readonly by: string;
  /** Steps that this walk has taken. */
  readonly strides: number;
}

/** A step to set out from. */
export interface From {
  readonly index: number;
  /** From when the step counts. */
  readonly due: Temporal.Instant;
  /** What makes it walk: the hash of an event; the timer of the enrolment, unless given. */
  readonly by?: string | undefined;
}

/** What the work of an enrolment's present timer is remembered by. */
export const walkedBy = ({ id, arm }: Pick<Enrolment, 'id' | 'arm'>) => `${id}/${arm}`;

/** Where a walk begins. */
export function setOut(situation: Situation, { index, due, by }: From): Place {
  const { scenario, enrolment } = situation;
  return {
    ...situation,
    index,
    due,
    fresh: enrolment.arm === 0 || enrolment.step !== scenario.steps[index]?.id,
    by: by ?? walkedBy(enrolment),
    strides: 0,
  };
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

/** A walk that has come to rest, or to the end of the enrolment. */
export interface Walked {
  readonly at: 'rest' | 'end';
  readonly customer: Customer;
  readonly enrolment: Enrolment;
  readonly because: Because;
}

/** Nothing of what held the message of a step before stays. */
export const unheld = { held: undefined, heldBy: undefined, holds: undefined } as const;

/** The enrolment resting at a step until `due`, with a timer of its own. */
export function restingAt(
  enrolment: Enrolment,
  step: string,
  since: Temporal.Instant,
  due: Temporal.Instant,
): Enrolment {
  const none = { ...unheld, doze: undefined, by: undefined };
  return { ...enrolment, ...none, arm: enrolment.arm + 1, step, since, due };
}

export function rested({ customer }: Place, enrolment: Enrolment): Walked {
  return { at: 'rest', customer, enrolment, because: enrolment.held ?? 'waiting' };
}

export function ended({ customer, enrolment, around: { at } }: Place, because: Because): Walked {
  return {
    at: 'end',
    customer,
    enrolment: { ...enrolment, ...unheld, ended: { at, because } },
    because,
  };
}
