/** What waits of a record, as the message that is to come when it is due. */
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../values/civil-time.ts';
import type { Customer, Enrolment } from '../customer.ts';
import type { ArmTimer } from '../effect.ts';

/** Clocks differ: what comes up to this much before its due counts as due. */
const early = { seconds: 60 };

export const isTooEarly = (due: Temporal.Instant, at: Temporal.Instant): boolean =>
  isBefore(at.add(early), due);

/** True for an enrolment that waits for a timer: it goes on, and something may come of it. */
export const isAwake = ({ ended, asleep }: Pick<Enrolment, 'ended' | 'asleep'>): boolean => !ended && !asleep;

/** When its timer comes: at its due, or where it dozes at the first due that something may come of. */
export const wakesAt = ({ due, doze }: Pick<Enrolment, 'due' | 'doze'>): Temporal.Instant =>
  doze?.until ?? due;

/** The timer that an enrolment's `{ step, due, arm }` is. `order` is a read hint for the sender; the shell adds `address`, another. */
export function timerOf(customer: Pick<Customer, 'id'>, enrolment: Enrolment): ArmTimer {
  const { id, step, lane, context, order, doze } = enrolment;
  const arm = enrolment.arm + (doze?.over ?? 0);
  const hint = context === 'order' && order !== undefined ? { order } : {};
  return {
    do: 'arm',
    due: wakesAt(enrolment),
    lane,
    message: { kind: 'timer', customer: customer.id, enrolment: id, step, arm, ...hint },
  };
}

/** The timer that the record's look is; none while nothing can come true by itself. */
export function timerOfLook({ id, look }: Pick<Customer, 'id' | 'look'>): ArmTimer | undefined {
  if (!look?.due) return undefined;
  return {
    do: 'arm',
    due: look.due,
    lane: 'marketing',
    message: { kind: 'look', customer: id, arm: look.arm },
  };
}
