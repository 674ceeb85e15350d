/** States that end a run: asked after each of her events, and again at the moment a message is due. */
import { fits } from '../language/evaluate-filter.ts';
import { exitStates } from '../language/exit-rules.ts';
import { eventFieldsOf } from '../language/filter-fields.ts';
import type { Scenario } from '../language/scenario.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import { type AskedAround, filterSubject } from './filter-subject.ts';

/** The run that a state would end, or one that would begin. */
export type Staying = Pick<Enrolment, 'scenario' | 'version' | 'order' | 'enteredAt'> & Partial<Enrolment>;

/**
 * True when a state of the scenario's `exitOn` holds.
 *
 * @param event the fields the run kept of its entry. Where they lie beside the record and are not loaded (`{}`), a
 *   state that asks for one is left for the moment of sending.
 */
export function meetsExitState(
  scenario: Scenario,
  customer: Customer,
  enrolment: Staying,
  event: Readonly<Record<string, unknown>>,
  around: AskedAround,
): boolean {
  const isLoaded = !enrolment.context || Object.keys(event).length > 0;
  const states = exitStates(scenario).filter((state) => isLoaded || eventFieldsOf(state).length === 0);
  if (states.length === 0) return false;
  const subject = filterSubject(customer, enrolment, event, around);
  return states.some((state) => fits(state, subject));
}

/** The same, asked of what the record alone knows of the run. */
export function stateExit(
  scenario: Scenario,
  customer: Customer,
  enrolment: Staying,
  around: AskedAround,
): boolean {
  return meetsExitState(scenario, customer, enrolment, enrolment.event ?? {}, around);
}
