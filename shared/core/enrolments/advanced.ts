/** What comes of moving an enrolment on. */
import type { Customer } from '../record/customer.ts';
import type { Effect } from '../record/effect.ts';
import type { Because } from '../values/because.ts';

export interface Advanced {
  readonly customer: Customer;
  readonly effects: readonly Effect[];
  readonly because: Because;
}
