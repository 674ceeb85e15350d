/** Until when a coupon of an enrolment holds. */
import type { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../language/scenario.ts';
import { isMessage, type MessageStep } from '../language/steps.ts';
import type { Enrolment } from '../record/customer.ts';
import { civilDate } from '../values/civil-time.ts';

/** The last civil day of the step's coupon, counted from the entry; undefined where it has none. */
export function couponEnd(
  step: MessageStep,
  { enteredAt }: Pick<Enrolment, 'enteredAt'>,
  timeZone: string,
): Temporal.PlainDate | undefined {
  return step.coupon && civilDate(enteredAt, timeZone).add({ days: step.coupon.untilDay });
}

/** The end of the coupon that a step waits for: the nearest one before it in the scenario. */
export function couponEndBefore(
  { steps }: Scenario,
  wait: string,
  enrolment: Pick<Enrolment, 'enteredAt'>,
  timeZone: string,
): Temporal.PlainDate | undefined {
  const before = steps
    .slice(
      0,
      steps.findIndex(({ id }) => id === wait),
    )
    .filter(isMessage);
  const offer = before.findLast(({ coupon }) => coupon !== undefined);
  return offer && couponEnd(offer, enrolment, timeZone);
}
