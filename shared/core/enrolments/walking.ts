/** What a walk looks at, and what it is told of a message it has come to. */
import type { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../language/scenario.ts';
import type { MessageStep } from '../language/steps.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';
import type { Because } from '../values/because.ts';

type Instant = Temporal.Instant;

/** What became of a message the walk has come to. */
export type AtMessage =
  /** It is not decided yet: she stays. */
  | { readonly rest: Enrolment }
  /** The run ends here instead. */
  | { readonly leave: Because }
  /** It was dealt with, and she goes on. */
  | {
      readonly customer: Customer;
      /** What follows counts from here. */
      readonly due: Instant;
      /** The moment it was dealt with; now, unless given. */
      readonly at?: Instant;
      /** `claimed`: it goes to the mail service after the save. `missed`: its time was over; a series tries the number again. */
      readonly as: 'claimed' | 'skipped' | 'missed';
    };

/** What to do at a message the walk has come to. */
export type AtSend = (step: MessageStep, enrolment: Enrolment, customer: Customer) => AtMessage;

/** What a walk looks at beside where it is. */
export interface Walking {
  readonly scenario: Scenario;
  /** The entry's fields that branches ask about. */
  readonly event: Readonly<Record<string, unknown>>;
  readonly around: Surroundings;
  readonly atSend: AtSend;
  /** What makes it walk: the hash of an event, or `enrolment/arm`. Events it emits are found by this. */
  readonly by: string;
}
