/** What a fact does to a story that runs: it may end it by rule, meet its goal, or move the step it waits at. */
import type { StoreEvent } from '../events/event.ts';
import { eventHash } from '../facts/event-identity.ts';
import { asksFor } from '../language/asks-for.ts';
import { exitRules } from '../language/exit-rules.ts';
import type { Scenario } from '../language/scenario.ts';
import { meetsGoal, ruleMeans } from '../questions/correlate.ts';
import { dueOfWait } from '../questions/due.ts';
import { meetsExitState } from '../questions/exit-state.ts';
import { refreshed } from '../questions/refresh-fields.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import { withEnrolment } from '../record/replace-enrolment.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { timerOf } from '../record/timer-effect.ts';
import type { Because } from '../values/because.ts';
import { isBefore, latest } from '../values/civil-time.ts';
import type { Advanced } from './advanced.ts';
import { walk } from './walk.ts';
import { restingAt } from './walk-place.ts';

/** Exits first, then the goal, then what still waits goes on or is timed anew. The facts are in the record already. */
export function advanceByEvent(
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  event: StoreEvent,
  around: Surroundings,
): Advanced {
  if (enrolment.ended) return { customer, effects: [], because: enrolment.ended.because };
  const current = refreshed(scenario, enrolment, event, around);
  const known = current === enrolment ? customer : withEnrolment(customer, current);
  const leaving = leavingBecause(scenario, known, current, event, around);
  if (leaving) {
    const gone = { ...current, held: undefined, ended: { at: around.at, because: leaving } };
    return { customer: withEnrolment(known, gone), effects: [], because: leaving };
  }
  const step = scenario.steps.find(({ id }) => id === current.step);
  if (step?.kind === 'wait' && 'event' in step && hasCome(step.event, event, current, known, around)) {
    const from = { step: step.then, due: latest(current.since, event.occurredAt) };
    return movedOn(scenario, known, current, from, around, eventHash(event));
  }
  return retimed(scenario, known, current, around, eventHash(event));
}

function leavingBecause(
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  event: StoreEvent,
  around: Surroundings,
): Because | undefined {
  const isMeant = exitRules(scenario).some((rule) => ruleMeans(rule, event, enrolment, customer, around));
  if (isMeant || meetsExitState(scenario, customer, enrolment, enrolment.event ?? {}, around)) {
    return 'exit-rule';
  }
  return meetsGoal(scenario.goal, event, enrolment, customer, around) ? 'goal-met' : undefined;
}

/** True for an event that she waits for, and that happened while she did. */
function hasCome(
  rule: Parameters<typeof ruleMeans>[0],
  event: StoreEvent,
  enrolment: Enrolment,
  customer: Customer,
  around: Surroundings,
): boolean {
  const { occurredAt } = event;
  const inTime = !isBefore(occurredAt, enrolment.since) && isBefore(occurredAt, enrolment.due);
  return inTime && ruleMeans(rule, event, enrolment, customer, around);
}

/** She goes on at a step at once. At a message she rests, due: whether it may go is decided when its timer fires. */
function movedOn(
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  from: { readonly step: string; readonly due: Enrolment['due'] },
  around: Surroundings,
  by: string | undefined,
): Advanced {
  const index = scenario.steps.findIndex(({ id }) => id === from.step);
  const back = index <= scenario.steps.findIndex(({ id }) => id === enrolment.step);
  const lap = (enrolment.lap ?? 0) + (back ? 1 : 0);
  const start = { ...enrolment, lap: lap || undefined, held: undefined };
  // What lies beside the record, an entry's fields or the links she pressed, is known only where a timer fires.
  const isElsewhere =
    enrolment.context || (asksFor(scenario, 'enrolment.clicked') && !around.clicked?.has(enrolment.id));
  const walked = isElsewhere
    ? { customer, enrolment: restingAt(start, from.step, from.due, around.at) }
    : walk(scenario, customer, start, index, from.due, enrolment.event ?? {}, around, restAtMessage, by);
  const moved = { ...walked.enrolment, by };
  const after = withEnrolment(walked.customer, moved);
  const effects = moved.ended ? [] : [timerOf(after, moved, scenario)];
  return { customer: after, effects, because: moved.ended?.because ?? 're-timed' };
}

const restAtMessage = (step: { readonly id: string }, here: Enrolment) => ({
  rest: restingAt(here, step.id, here.since, here.since),
});

/**
 * Computes the due of a waiting step again; where a fact has moved it, the step gets a new timer. A date that has
 * moved into the past is over, as if it had passed before she came.
 */
export function retimed(
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  around: Surroundings,
  by: string | undefined,
  event: Readonly<Record<string, unknown>> = enrolment.event ?? {},
): Advanced {
  const step = scenario.steps.find((other) => other.id === enrolment.step);
  if (step?.kind !== 'wait') return { customer, effects: [], because: 'waiting' };
  const waiting = { scenario, customer, enrolment, event, settings: around.settings };
  const due = dueOfWait(step, enrolment.since, waiting);
  if (!due || due.equals(enrolment.due)) return { customer, effects: [], because: 'waiting' };
  const isOver = 'date' in step && isBefore(due, around.at);
  if (isOver && step.past !== undefined) {
    return movedOn(scenario, customer, enrolment, { step: step.past, due: around.at }, around, by);
  }
  const moved = { ...restingAt(enrolment, step.id, enrolment.since, due), by };
  const after = withEnrolment(customer, moved);
  return { customer: after, effects: [timerOf(after, moved, scenario)], because: 're-timed' };
}
