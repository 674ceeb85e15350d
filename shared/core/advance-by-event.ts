/** What a fact does to a story that runs: it may end it by rule, meet its goal, or move the step it waits at. */
import type { Advanced } from './advance.ts';
import type { Because } from './because.ts';
import { meetsGoal, ruleMeans } from './correlate.ts';
import type { Customer, Enrolment } from './customer.ts';
import { dueOfWait } from './due.ts';
import type { StoreEvent } from './event.ts';
import { eventHash } from './event-identity.ts';
import { withEnrolment } from './replace-enrolment.ts';
import type { Scenario } from './scenario.ts';
import { exitRules } from './scenario-book.ts';
import type { Surroundings } from './surroundings.ts';
import { timerOf } from './timer-effect.ts';
import { restingAt } from './walk.ts';
import { zoneOf } from './zone.ts';

/** Exits first, then the goal, then what still waits is timed anew. The facts are in the record already. */
export function advanceByEvent(
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  event: StoreEvent,
  around: Surroundings,
): Advanced {
  if (enrolment.ended) return { customer, effects: [], because: enrolment.ended.because };
  const leaving = leavingBecause(scenario, customer, enrolment, event, around);
  if (leaving) {
    const gone = { ...enrolment, held: undefined, ended: { at: around.at, because: leaving } };
    return { customer: withEnrolment(customer, gone), effects: [], because: leaving };
  }
  return retimed(scenario, customer, enrolment, around, eventHash(event));
}

function leavingBecause(
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  event: StoreEvent,
  around: Surroundings,
): Because | undefined {
  if (exitRules(scenario).some((rule) => ruleMeans(rule, event, enrolment, customer))) return 'exit-rule';
  const met = meetsGoal(scenario.goal, event, enrolment, customer, zoneOf(customer, around.settings));
  return met ? 'goal-met' : undefined;
}

/** Computes the due of a waiting step again; where a fact has moved it, the step gets a new timer. */
export function retimed(
  scenario: Scenario,
  customer: Customer,
  enrolment: Enrolment,
  around: Surroundings,
  by: string | undefined,
): Advanced {
  const step = scenario.steps.find((other) => other.id === enrolment.step);
  if (step?.kind !== 'wait') return { customer, effects: [], because: 'waiting' };
  const due = dueOfWait(step, enrolment.since, scenario, customer, enrolment, around.settings);
  if (due.equals(enrolment.due)) return { customer, effects: [], because: 'waiting' };
  const moved = { ...restingAt(enrolment, step.id, enrolment.since, due), by };
  const after = withEnrolment(customer, moved);
  return { customer: after, effects: [timerOf(after, moved, scenario)], because: 're-timed' };
}
