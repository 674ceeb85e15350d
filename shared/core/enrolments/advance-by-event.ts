/** What a fact does to an open enrolment: end it by rule, meet its goal, or move the step it waits at. */
import type { StoreEvent } from '../events/event.ts';
import { mergeOf } from '../events/event-merge.ts';
import { eventHash, orderOf } from '../facts/event-identity.ts';
import { arrivalBefore } from '../language/arrival-waits.ts';
import { asksFor } from '../language/asks-for.ts';
import type { EventRule } from '../language/event-rule.ts';
import { exitRules } from '../language/exit-rules.ts';
import type { Wait } from '../language/steps.ts';
import { meetsGoal, ruleMeans } from '../questions/correlate.ts';
import { dueOfWait } from '../questions/due.ts';
import { meetsExitState } from '../questions/exit-state.ts';
import { orderHasEnded } from '../questions/order-is-over.ts';
import { refreshed } from '../questions/refresh-fields.ts';
import { timerOf } from '../record/alarm/timer-effect.ts';
import type { Enrolment } from '../record/customer.ts';
import { withEnrolment } from '../record/replace-enrolment.ts';
import type { Situation } from '../record/situation.ts';
import type { Because } from '../values/because.ts';
import { isBefore, latest } from '../values/civil-time.ts';
import type { Advanced } from './advanced.ts';
import { afterCase } from './due-anew.ts';
import { walkToMessage } from './walk/walk.ts';
import { restingAt, setOut, unheld } from './walk/walk-place.ts';

/**
 * Exits first, then the goal, then what still waits goes on or is timed anew. The facts are in the record already.
 *
 * @param version `moved`: the enrolment has just come into this version, with the due of the one before
 */
export function advanceByEvent(before: Situation, event: StoreEvent, version?: 'moved'): Advanced {
  const { scenario, customer, enrolment } = before;
  if (enrolment.ended) return { customer, effects: [], because: enrolment.ended.because };
  const current = refreshed(before, event);
  const known = current === enrolment ? customer : withEnrolment(customer, current);
  const situation = { ...before, customer: known, enrolment: current, event: current.event ?? {} };
  const leaving = leavingBecause(situation, event);
  if (leaving) return leftBecause(situation, leaving);
  const step = scenario.steps.find(({ id }) => id === current.step);
  if (step?.kind === 'wait' && 'event' in step && hasCome(step.event, event, situation)) {
    const from = { step: step.then, due: latest(current.since, event.occurredAt) };
    return movedOn(situation, from, eventHash(event));
  }
  const awake = afterCase(situation, eventHash(event));
  if (awake) return awake;
  const wait = waitedFor(situation);
  const mayBeTimed = wait && (version === 'moved' || mayMove(wait, event, current));
  return mayBeTimed
    ? retimed(situation, eventHash(event))
    : { customer: known, effects: [], because: 'waiting' };
}

/** What the enrolment waits for where it stands: a message that is not due yet waits for the arrival that it supposes. */
function waitedFor({ scenario, enrolment, around }: Situation): Wait | undefined {
  const step = scenario.steps.find(({ id }) => id === enrolment.step);
  if (step?.kind === 'wait') return step;
  const isForArrival = step?.kind === 'send' && !enrolment.held && isBefore(around.at, enrolment.due);
  return isForArrival ? arrivalBefore(scenario, step.id) : undefined;
}

/** False where the event cannot have changed what the due of the wait hangs on. */
function mayMove(step: Wait, event: StoreEvent, { order }: Enrolment): boolean {
  // Each is counted on the customer's wall clock, which a merge may bring.
  const mayBringZone = event.detail.customer.timeZone !== undefined || mergeOf(event) !== undefined;
  if ('date' in step || mayBringZone) return true;
  if (!('until' in step) || step.until.after === 'entry') return false;
  return order !== undefined && orderOf(event) === order;
}

export function leftBecause({ customer, enrolment, around }: Situation, because: Because): Advanced {
  const gone = { ...enrolment, ...unheld, ended: { at: around.at, because } };
  return { customer: withEnrolment(customer, gone), effects: [], because };
}

function leavingBecause(situation: Situation, event: StoreEvent): Because | undefined {
  const { scenario } = situation;
  const isMeant = exitRules(scenario).some((rule) => ruleMeans(rule, event, situation));
  if (isMeant || meetsExitState(situation)) return 'exit-rule';
  const undone = orderHasEnded(situation);
  if (undone) return undone;
  return meetsGoal(scenario.goal, event, situation) ? 'goal-met' : undefined;
}

/** True for an event that she waits for, and that happened while she did. */
function hasCome(rule: EventRule, event: StoreEvent, situation: Situation): boolean {
  const { occurredAt } = event;
  const { since, due } = situation.enrolment;
  const inTime = !isBefore(occurredAt, since) && isBefore(occurredAt, due);
  return inTime && ruleMeans(rule, event, situation);
}

/** She goes on at a step at once. At a message she rests, due: whether it may go is decided when its timer fires. */
function movedOn(
  situation: Situation,
  from: { readonly step: string; readonly due: Enrolment['due'] },
  by: string | undefined,
): Advanced {
  const { scenario, customer, enrolment, around } = situation;
  const index = scenario.steps.findIndex(({ id }) => id === from.step);
  const back = index <= scenario.steps.findIndex(({ id }) => id === enrolment.step);
  const lap = (enrolment.lap ?? 0) + (back ? 1 : 0);
  const start = { ...enrolment, lap: lap || undefined, ...unheld };
  // What lies beside the record, an entry's fields or the links she pressed, is known only where a timer fires.
  const isElsewhere =
    enrolment.context || (asksFor(scenario, 'enrolment.clicked') && !around.clicked?.has(enrolment.id));
  const walked = isElsewhere
    ? { customer, enrolment: restingAt(start, from.step, from.due, around.at) }
    : walkToMessage(setOut({ ...situation, enrolment: start }, { index, due: from.due, by }));
  const moved = { ...walked.enrolment, by };
  const after = withEnrolment(walked.customer, moved);
  const effects = moved.ended ? [] : [timerOf(after, moved)];
  return { customer: after, effects, because: moved.ended?.because ?? 're-timed' };
}

/**
 * Computes the due of a waiting step again; where a fact has moved it, the step gets a new timer. A date that has
 * moved into the past is over, as if it had passed before she came.
 */
export function retimed(situation: Situation, by: string | undefined): Advanced {
  const { customer, enrolment, around } = situation;
  const wait = waitedFor(situation);
  const due = wait && dueOfWait(wait, enrolment.since, situation);
  if (!due || due.equals(enrolment.due)) return { customer, effects: [], because: 'waiting' };
  const isOver = 'date' in wait && isBefore(due, around.at);
  if (isOver && wait.past !== undefined) return movedOn(situation, { step: wait.past, due: around.at }, by);
  // A message is due with its arrival, and counted from there.
  const since = wait.id === enrolment.step ? enrolment.since : due;
  const moved = { ...restingAt(enrolment, enrolment.step, since, due), by };
  const after = withEnrolment(customer, moved);
  return { customer: after, effects: [timerOf(after, moved)], because: 're-timed' };
}
