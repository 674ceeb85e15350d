/** What happens when an enrolment's timer fires: the wait is over, and the message after it is decided. */
import type { Advanced } from './advance.ts';
import { retimed } from './advance-by-event.ts';
import { isBefore } from './civil-time.ts';
import type { Customer, Enrolment, RecentSend } from './customer.ts';
import { dueOfWait } from './due.ts';
import type { Effect } from './effect.ts';
import { touchpointId } from './ids.ts';
import { maySend, type Verdict } from './may-send.ts';
import { withEnrolment } from './replace-enrolment.ts';
import type { Scenario, Send } from './scenario.ts';
import type { SendingSurroundings } from './surroundings.ts';
import { timerOf } from './timer-effect.ts';
import { touchpointOf } from './touchpoint-of.ts';
import { type AtSend, restingAt, walk } from './walk.ts';

/** Clocks differ: a timer that comes up to this much early counts as due. */
const early_s = 60;

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
  if (step.kind === 'wait') {
    const due = dueOfWait(step, enrolment.since, scenario, customer, enrolment, around.settings);
    if (!due.equals(enrolment.due)) return retimed(scenario, customer, enrolment, around, undefined);
  }
  if (isBefore(around.at.add({ seconds: early_s }), enrolment.due)) {
    return { customer, effects: [timerOf(customer, enrolment, scenario)], because: 'not-yet-due' };
  }
  const from =
    step.kind === 'wait' ? { index: index + 1, due: enrolment.due } : { index, due: enrolment.since };
  return walkOn(scenario, customer, enrolment, from, around);
}

function walkOn(
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  from: { readonly index: number; readonly due: Enrolment['due'] },
  around: SendingSurroundings,
): Advanced {
  const event = enrolment.event ?? around.context ?? {};
  const effects: Effect[] = [];
  const decide: AtSend = (step, here, known) => {
    if (effects.some((effect) => effect.do === 'send')) {
      return { rest: restingAt(here, step.id, here.since, around.at) };
    }
    const verdict = maySend(scenario, step, here.since, known, around);
    if (verdict.may === 'later') {
      return { rest: { ...restingAt(here, step.id, here.since, verdict.until), held: verdict.because } };
    }
    const send = decided(scenario, known, here, step, verdict, enrolment.arm, around);
    effects.push(effectOf(known, send, scenario, event));
    // What follows a message that was held is counted from the moment it went.
    const wasHeld = enrolment.held !== undefined && step.id === enrolment.step;
    const due = wasHeld && verdict.may === 'go' ? around.at : here.since;
    return { customer: { ...known, sends: [...known.sends, send] }, due };
  };
  const walked = walk(scenario, customer, enrolment, from.index, from.due, event, around, decide);
  const after = withEnrolment(walked.customer, walked.enrolment);
  if (!walked.enrolment.ended) effects.push(timerOf(after, walked.enrolment, scenario));
  return { customer: after, effects, because: walked.because };
}

function effectOf(
  customer: Customer,
  send: RecentSend,
  scenario: Scenario,
  event: Readonly<Record<string, unknown>>,
): Effect {
  if (send.state === 'skipped') {
    return { do: 'record', touchpoint: touchpointOf(customer, send, scenario, 'skipped', send.because) };
  }
  return { do: 'send', touchpoint: touchpointOf(customer, send, scenario, 'sent', 'accepted'), event };
}

function decided(
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  step: Send,
  verdict: Exclude<Verdict, { may: 'later' }>,
  arm: number,
  around: SendingSurroundings,
): RecentSend {
  const lap = enrolment.lap ?? 0;
  return {
    touchpoint: touchpointId(customer.store, customer.id, enrolment.id, step.id, lap),
    enrolment: enrolment.id,
    scenario: scenario.id,
    version: scenario.version,
    step: step.id,
    kind: scenario.kind,
    arm,
    at: around.at,
    since: enrolment.since,
    lap: enrolment.lap,
    state: verdict.may === 'go' ? 'claimed' : 'skipped',
    because: verdict.because,
  };
}
