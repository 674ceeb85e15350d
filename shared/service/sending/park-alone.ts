/** A message whose enrolment is in a version that this code does not have: it waits for newer code, and nothing waits with it. */
import type { TimerMessage } from '../../core/events/lane-message.ts';
import { alarmsAgain } from '../../core/record/alarm/alarms-owed.ts';
import { isTooEarly } from '../../core/record/alarm/timer-effect.ts';
import type { Customer, Enrolment } from '../../core/record/customer.ts';
import type { ArmAlarm, ArmTimer } from '../../core/record/effect.ts';
import { performAfterSave } from '../saving/perform-after-save.ts';
import type { Sending } from './send-ports.ts';

/**
 * Does the work of the alarm by which the message came, for all others of its lane: nothing of it asks what the version
 * says. Resolves where that is all, since the enrolment's own moment has not come; it is armed like any other.
 *
 * @throws `UnknownScenarioVersion` for one that is due
 */
export async function parkAlone(
  sending: Sending,
  customer: Customer,
  enrolment: Enrolment,
  message: TimerMessage,
): Promise<void> {
  const at = sending.world.clock.now();
  const isEarly = isTooEarly(enrolment.due, at);
  if (isEarly || message.alarm !== undefined) {
    const owed = alarmsAgain(customer, at, message).filter((one) => isUnderstood(sending, customer, one));
    await performAfterSave(sending, customer, owed);
  }
  if (!isEarly) sending.book.find(enrolment.scenario, enrolment.version);
}

/** What this code would park as well stays behind this message: each time it comes back, more of it would lie in the lane. */
function isUnderstood({ book }: Sending, { enrolments }: Customer, one: ArmAlarm | ArmTimer): boolean {
  const { message } = one;
  if (one.do === 'alarm' || message.kind === 'look') return true;
  const other = enrolments.find(({ id }) => id === message.enrolment);
  return other !== undefined && book.has(other.scenario, other.version);
}
