/** What happens when an enrolment's timer fires: the wait is over, and the message after it is decided. */
import { decidedSend, verdictOn } from '../contact-policy/decide-message.ts';
import type { Scenario } from '../language/scenario.ts';
import { dueOfWait } from '../questions/due.ts';
import { meetsExitState } from '../questions/exit-state.ts';
import { fieldsKept } from '../questions/refresh-fields.ts';
import type { Customer, Enrolment, RecentSend } from '../record/customer.ts';
import type { Effect } from '../record/effect.ts';
import { withEnrolment } from '../record/replace-enrolment.ts';
import type { SendingSurroundings } from '../record/surroundings.ts';
import { timerOf } from '../record/timer-effect.ts';
import { touchpointOf } from '../record/touchpoint-of.ts';
import { isBefore } from '../values/civil-time.ts';
import { retimed } from './advance-by-event.ts';
import type { Advanced } from './advanced.ts';
import { walk } from './walk.ts';
import { restingAt } from './walk-place.ts';
import type { AtSend } from './walking.ts';

/** Clocks differ: a timer that comes up to this much early counts as due. */
const early_s = 60;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Decides a timer that is known to be the enrolment's present one. At most one message is claimed: the customer
 * returned then already carries the claim and stands at the next step, and the effects hold the message to send.
 */
export function advanceByTimer(
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  around: SendingSurroundings,
): Advanced {
  const index = scenario.steps.findIndex((step) => step.id === enrolment.step);
  const step = scenario.steps[index];
  if (!step)
    throw new Error(`Scenario ${scenario.id} version ${scenario.version} has no step "${enrolment.step}".`);
  const event = fieldsKept(enrolment, around.context);
  if (step.kind === 'wait') {
    const waiting = { scenario, customer, enrolment, event, settings: around.settings };
    const due = dueOfWait(step, enrolment.since, waiting);
    if (due && !due.equals(enrolment.due)) {
      return retimed(scenario, customer, enrolment, around, undefined, event);
    }
  }
  if (isBefore(around.at.add({ seconds: early_s }), enrolment.due)) {
    return { customer, effects: [timerOf(customer, enrolment, scenario)], because: 'not-yet-due' };
  }
  const from =
    step.kind === 'wait'
      ? { index: indexAfter(scenario, index), due: enrolment.due }
      : { index, due: enrolment.since };
  return walkOn(scenario, customer, enrolment, from, event, around);
}

/** Where the walk goes on when the time of the wait at `index` is over. */
export function indexAfter({ steps }: Scenario, index: number): number {
  const step = steps[index];
  if (step?.kind !== 'wait' || !('event' in step)) return index + 1;
  return steps.findIndex(({ id }) => id === step.else);
}

function walkOn(
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  from: { readonly index: number; readonly due: Enrolment['due'] },
  event: Fields,
  around: SendingSurroundings,
): Advanced {
  const effects: Effect[] = [];
  const decide = decideEach(scenario, enrolment, event, around, effects);
  const lap = (enrolment.lap ?? 0) + (isBack(scenario, enrolment, from.index) ? 1 : 0);
  const start = { ...enrolment, lap: lap || undefined };
  const walked = walk(scenario, customer, start, from.index, from.due, event, around, decide);
  const after = withEnrolment(walked.customer, walked.enrolment);
  if (!walked.enrolment.ended) effects.push(timerOf(after, walked.enrolment, scenario));
  return { customer: after, effects, because: walked.because };
}

const isBack = ({ steps }: Scenario, { step }: Enrolment, to: number) =>
  to < steps.findIndex(({ id }) => id === step);

/** Decides one message after another, as long as none goes; the effects of what is decided are added to `effects`. */
function decideEach(
  scenario: Scenario,
  enrolment: Enrolment,
  event: Fields,
  around: SendingSurroundings,
  effects: Effect[],
): AtSend {
  return (step, here, known) => {
    if (effects.some((effect) => effect.do === 'send')) {
      return { rest: restingAt(here, step.id, here.since, around.at) };
    }
    if (meetsExitState(scenario, known, here, event, around)) return { leave: 'exit-rule' };
    const wasHeld = enrolment.held !== undefined && step.id === enrolment.step;
    const asking = wasHeld ? here : { ...here, held: undefined };
    const verdict = verdictOn(scenario, step, asking, known, around);
    if (verdict.may === 'later') {
      return { rest: { ...restingAt(here, step.id, here.since, verdict.until), held: verdict.because } };
    }
    const send = decidedSend(scenario, known, here, step, verdict, enrolment.arm, around);
    effects.push(effectOf(known, send, scenario, event));
    // What follows a message that was held is counted from the moment it went.
    const due = wasHeld && verdict.may === 'go' ? around.at : here.since;
    const missed = verdict.because === 'too-late';
    const as = verdict.may === 'go' ? 'claimed' : missed ? 'missed' : 'skipped';
    return { customer: { ...known, sends: [...known.sends, send] }, due, as };
  };
}

function effectOf(customer: Customer, send: RecentSend, scenario: Scenario, event: Fields): Effect {
  if (send.state === 'skipped') {
    return { do: 'record', touchpoint: touchpointOf(customer, send, scenario, 'skipped', send.because) };
  }
  return { do: 'send', touchpoint: touchpointOf(customer, send, scenario, 'sent', 'accepted'), event };
}
