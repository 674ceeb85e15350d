/** What a decision owes for the alarms of the record, once it is saved or found saved. */
import type { Temporal } from 'temporal-polyfill';
import type { Applied } from '../../core/enrolments/apply-events.ts';
import { alarmsAgain } from '../../core/record/alarm/alarms-owed.ts';
import type { Rings } from '../../core/record/alarm/rung-alarm.ts';
import type { Saved } from './save-customer.ts';

/** The decision on the record as it was stored, with the alarms that its save named; of a repeat all of them. */
export function asSaved(decided: Applied, { customer, alarms }: Saved, at: Temporal.Instant): Applied {
  const again = decided.isRepeat ? alarmsAgain(customer, at) : [];
  return { ...decided, customer, after: [...decided.after, ...alarms, ...again] };
}

/**
 * A decision that changes nothing: of a repeat the record's alarms are armed once more.
 *
 * @param look the message of a lane that asked for it
 */
export function asLeft(decided: Applied, at: Temporal.Instant, look?: Rings): Applied {
  if (!decided.isRepeat) return decided;
  return { ...decided, after: [...decided.after, ...alarmsAgain(decided.customer, at, look)] };
}
