/** A message that a support case has put off is due anew once the case is closed, and moves its story by as much. */
import { caseUntil } from '../contact-policy/open-case.ts';
import { movedUntil } from '../questions/moved.ts';
import { timerOf } from '../record/alarm/timer-effect.ts';
import type { Enrolment } from '../record/customer.ts';
import { withEnrolment } from '../record/replace-enrolment.ts';
import type { Situation } from '../record/situation.ts';
import { zoneOf } from '../record/zone.ts';
import { civilTarget } from '../values/civil-time.ts';
import type { Advanced } from './advanced.ts';
import { restingAt, unheld } from './walk/walk-place.ts';

type Instant = Enrolment['due'];

/** The enrolment at the message, due at `due` as if for the first time. */
function dueAnew(situation: Situation, step: string, due: Instant): Enrolment {
  const { enrolment } = situation;
  return { ...enrolment, ...unheld, step, since: due, due, moved: movedUntil(situation, due) };
}

/** On the next morning, where the last open case has just been closed. */
export function afterCase(situation: Situation, by: string): Advanced | undefined {
  const { customer, enrolment, around } = situation;
  if (enrolment.held !== 'case-open' || caseUntil(customer, around.at)) return undefined;
  const morning = civilTarget(around.at, 1, around.settings.defaultHour, zoneOf(customer, around.settings));
  const anew = dueAnew(situation, enrolment.step, morning);
  const moved = { ...restingAt(anew, enrolment.step, morning, morning), by };
  const after = withEnrolment(customer, moved);
  return { customer: after, effects: [timerOf(after, moved)], because: 're-timed' };
}
