/** A message that a walk has come to: the walk asks nobody, and goes on by what its caller has decided. */
import type { Temporal } from 'temporal-polyfill';
import type { MessageStep } from '../../language/steps.ts';
import type { Customer, Enrolment, Moved } from '../../record/customer.ts';
import type { Because } from '../../values/because.ts';
import type { Place } from './walk-place.ts';

export interface AtMessage {
  readonly at: 'message';
  readonly step: MessageStep;
  /** The enrolment there stands at the step, since the message was due. */
  readonly place: Place;
}

export interface DealtWith {
  readonly customer: Customer;
  /** What follows counts from here. */
  readonly due: Temporal.Instant;
  /** The moment it was dealt with; now, unless given. */
  readonly at?: Temporal.Instant;
  /** `claimed`: it goes to the mail service after the save. `missed`: its time was over; a series tries the number again. */
  /** By how much it has moved what follows, where it was held. */
  readonly moved?: Moved | undefined;
  readonly as: 'claimed' | 'skipped' | 'missed';
}

/** What became of the message. */
export type Became =
  /** It is not decided yet: she stays. */
  | { readonly rest: Enrolment }
  /** The enrolment ends here instead. */
  | { readonly leave: Because }
  /** It was dealt with, and she goes on. */
  | DealtWith;
