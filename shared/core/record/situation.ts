import type { Scenario } from '../language/scenario.ts';
import type { Fields } from '../values/pick-fields.ts';
import type { Customer, Enrolment } from './customer.ts';
import type { Surroundings } from './surroundings.ts';

/** All that a decision about an enrolment looks at. Who needs less of it asks for less. */
export interface Situation<Around = Surroundings> {
  readonly scenario: Scenario;
  readonly customer: Customer;
  readonly enrolment: Enrolment;
  /** What the enrolment kept of the event of its entry, nested as on the wire; `{}` where that is not loaded. */
  readonly event: Fields;
  readonly around: Around;
}
