/**
 * Looks at one save from outside: what must be true whatever was decided. Every rule is written from the record alone and
 * asks none of the code that decides, so that a fault there cannot hide itself.
 */
import type { Customer } from '../record/customer.ts';
import { brokenByMails } from './claim-invariants.ts';
import { brokenByEnrolments } from './enrolment-invariants.ts';
import type { AroundSave, Broken } from './invariant.ts';
import { brokenByRecord } from './record-invariants.ts';
import { brokenByWaiting } from './waiting-invariants.ts';

/**
 * What saving `after` in the place of `before` would break; mostly nothing. What was broken before is not told again: a
 * fault of last week must not bury the events of today.
 *
 * @param before the record as it was loaded; undefined for a customer nobody had heard of
 */
export function brokenInvariants(
  before: Customer | undefined,
  after: Customer,
  around: AroundSave,
): readonly Broken[] {
  return [
    ...brokenByRecord(before, after),
    ...brokenByEnrolments(before, after, around),
    ...brokenByWaiting(before, after, around),
    ...brokenByMails(before, after, around),
  ];
}
