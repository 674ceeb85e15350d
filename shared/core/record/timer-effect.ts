/** What waits of a record, as the message that is to come when it is due. */
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../values/civil-time.ts';
import type { Customer, Enrolment } from './customer.ts';
import type { ArmTimer } from './effect.ts';

/** Clocks differ: what comes up to this much before its due counts as due. */
const early = { seconds: 60 };

export const isTooEarly = (due: Temporal.Instant, at: Temporal.Instant): boolean =>
  isBefore(at.add(early), due);

/** True for an enrolment that waits for a timer: it goes on, and something may come of it. */
export const isAwake = ({ ended, asleep }: Pick<Enrolment, 'ended' | 'asleep'>): boolean => !ended && !asleep;

/** The timer that an enrolment's `{ step, due, arm }` is. `order` is a read hint for the sender; the shell adds `address`, another. */
export function timerOf(customer: Pick<Customer, 'id'>, enrolment: Enrolment): ArmTimer {
  const { id, step, arm, due, lane, context, order } = enrolment;
  const hint = context === 'order' && order !== undefined ? { order } : {};
  return {
    do: 'arm',
    due,
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
