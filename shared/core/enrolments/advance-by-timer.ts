/** What happens when an enrolment's timer fires: the wait is over, and the message after it is decided. */
import type { Scenario } from '../language/scenario.ts';
import { dueOfWait, vainBecause } from '../questions/due.ts';
import { isTooEarly, timerOf } from '../record/alarm/timer-effect.ts';
import type { Enrolment } from '../record/customer.ts';
import type { Effect } from '../record/effect.ts';
import { withEnrolment } from '../record/replace-enrolment.ts';
import type { Situation } from '../record/situation.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { leftBecause, retimed } from './advance-by-event.ts';
import type { Advanced } from './advanced.ts';
import type { MessageDecided } from './decided-to-send.ts';
import { withLookOwed } from './look-after-walk.ts';
import { walk, walkOnFrom } from './walk/walk.ts';
import type { AtMessage } from './walk/walk-message.ts';
import { type From, setOut, walkedBy } from './walk/walk-place.ts';

/** Decides the message that a fired timer has come to. */
type Decide<Around extends Surroundings> = (message: AtMessage, fired: Situation<Around>) => MessageDecided;

/**
 * Decides a timer that is known to be the enrolment's present one. At most one message is claimed: the customer
 * returned then already carries the claim and stands at the next step, and the effects hold the message to send.
 *
 * @param decide what becomes of each message on the way
 */
export function advanceByTimer<Around extends Surroundings>(
  fired: Situation<Around>,
  decide: Decide<Around>,
): Advanced {
  const { scenario, customer, enrolment, around } = fired;
  const index = scenario.steps.findIndex((step) => step.id === enrolment.step);
  const step = scenario.steps[index];
  if (!step)
    throw new Error(`Scenario ${scenario.id} version ${scenario.version} has no step "${enrolment.step}".`);
  if (step.kind === 'wait') {
    const due = dueOfWait(step, enrolment.since, fired);
    if (due && !due.equals(enrolment.due)) return retimed(fired, undefined);
    const vain = isTooEarly(enrolment.due, around.at) ? undefined : vainBecause(step, fired);
    if (vain) return leftBecause(fired, vain);
  }
  if (isTooEarly(enrolment.due, around.at)) {
    return { customer, effects: [timerOf(customer, enrolment)], because: 'not-yet-due' };
  }
  const from =
    step.kind === 'wait'
      ? { index: indexAfter(scenario, index), due: enrolment.due }
      : { index, due: enrolment.since };
  return walkedOn(fired, from, decide);
}

/** Where the walk goes on when the time of the wait at `index` is over. */
export function indexAfter({ steps }: Scenario, index: number): number {
  const step = steps[index];
  if (step?.kind !== 'wait' || !('event' in step)) return index + 1;
  return steps.findIndex(({ id }) => id === step.else);
}

/** Decides one message after another, as long as none goes. */
function walkedOn<Around extends Surroundings>(
  fired: Situation<Around>,
  from: From,
  decide: Decide<Around>,
): Advanced {
  const { scenario, enrolment } = fired;
  const lap = (enrolment.lap ?? 0) + (isBack(scenario, enrolment, from.index) ? 1 : 0);
  const start = { ...enrolment, lap: lap || undefined };
  const effects: Effect[] = [];
  let walked = walk(setOut({ ...fired, enrolment: start }, from));
  while (walked.at === 'message') {
    const { became, effect } = decide(walked, fired);
    if (effect) effects.push(effect);
    walked = walkOnFrom(walked, became);
  }
  const moved = withEnrolment(walked.customer, walked.enrolment);
  const after = withLookOwed(fired.customer, moved, fired.around.at, walkedBy(enrolment));
  if (!walked.enrolment.ended) effects.push(timerOf(after, walked.enrolment));
  return { customer: after, effects, because: walked.because };
}

const isBack = ({ steps }: Scenario, { step }: Enrolment, to: number) =>
  to < steps.findIndex(({ id }) => id === step);
