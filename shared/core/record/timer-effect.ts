import type { Scenario } from '../language/scenario.ts';
import { timerName } from '../values/ids.ts';
import type { Customer, Enrolment } from './customer.ts';
import type { ArmTimer } from './effect.ts';

/** The timer that an enrolment's `{ step, due, arm }` is. `address` is a read hint for the sender, added by the shell. */
export function timerOf(customer: Customer, enrolment: Enrolment, scenario: Scenario): ArmTimer {
  const { id, step, arm, due } = enrolment;
  return {
    do: 'arm',
    name: timerName({ store: customer.store, customer: customer.id, enrolment: id, step, arm }),
    due,
    lane: scenario.kind,
    message: { kind: 'timer', customer: customer.id, enrolment: id, step, arm },
  };
}
