/** States that end an enrolment: asked after each of the customer's events, and again at the moment a message is due. */
import { fits } from '../language/evaluate-filter.ts';
import { exitStates } from '../language/exit-rules.ts';
import { eventFieldsOf } from '../language/filter-fields.ts';
import type { Enrolment } from '../record/customer.ts';
import type { Situation } from '../record/situation.ts';
import type { Because } from '../values/because.ts';
import { type AskedAround, filterSubject } from './filter-subject.ts';
import { orderHasEnded } from './order-is-over.ts';

/** The enrolment that a state would end, or one that would begin. */
type Staying = Pick<Enrolment, 'scenario' | 'version' | 'order' | 'enteredAt'> & Partial<Enrolment>;

/** What the states of exit are asked of. */
type Leaving = Pick<Situation<AskedAround>, 'scenario' | 'customer' | 'event' | 'around'> & {
  readonly enrolment: Staying;
};

/** Why an enrolment goes no further as things stand: a state of exit holds, or its order has come to nothing. */
export function leavesBecause(asked: Leaving): Because | undefined {
  return meetsExitState(asked) ? 'exit-rule' : orderHasEnded(asked);
}

/**
 * True when a state of the scenario's `exitOn` holds. Where the fields of the entry lie beside the record and are not
 * loaded, a state that asks for one is left for the moment of sending.
 */
export function meetsExitState(asked: Leaving): boolean {
  const { scenario, enrolment, event } = asked;
  const isLoaded = !enrolment.context || Object.keys(event).length > 0;
  const states = exitStates(scenario).filter((state) => isLoaded || eventFieldsOf(state).length === 0);
  if (states.length === 0) return false;
  const subject = filterSubject(asked);
  return states.some((state) => fits(state, subject));
}
