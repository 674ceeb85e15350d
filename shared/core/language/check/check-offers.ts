/** A word on a coupon that was given earlier is bound to its end, and not to so many days since something else. */
import type { Scenario } from '../scenario.ts';
import { isMessage, type Step } from '../steps.ts';
import { reachedFrom, waysOf } from '../ways.ts';
import type { StepFault } from './step-fault.ts';

const endOfCoupon = 'coupon.endsOn';

/** Reminders that a held offer would overtake: between it and them there is a wait that knows nothing of the coupon's end, or none. */
export function reminderFaults({ steps }: Scenario): StepFault[] {
  const ways = waysOf(steps);
  const next = (from: readonly number[]) => from.flatMap((at) => ways[at] ?? []);
  return steps.flatMap((step, at) => {
    const campaign = campaignOf(step);
    if (campaign === undefined) return [];
    const offers = steps.flatMap((one, i) => (i !== at && campaignOf(one) === campaign ? [i] : []));
    const after = [...reachedFrom(next(offers), ways)].filter((i) => isWaiting(steps[i]));
    const unbound = reachedFrom(next([...offers, ...after.filter((i) => !isBound(steps[i]))]), ways, (i) =>
      isBound(steps[i]),
    );
    if (!unbound.has(at)) return [];
    const says =
      `it reminds of the coupon "${campaign}" after a wait that does not know when the coupon ends, so that a held offer ` +
      `comes after it: wait for it by { date: "${endOfCoupon}" }`;
    return [{ step: step.id, says }];
  });
}

const campaignOf = (step: Step): string | undefined => (isMessage(step) ? step.coupon?.campaign : undefined);

const isWaiting = (step: Step | undefined): boolean => step?.kind === 'wait';

const isBound = (step: Step | undefined): boolean =>
  step?.kind === 'wait' && 'date' in step && (step.date as string) === endOfCoupon;
