/** Which words are the contact policy's own. */
import type { Because } from '../values/because.ts';

/** Holds of the contact policy, which ask for space afterwards and are counted; not those of the mail service and of the operator. */
const holdsOfContactPolicy: readonly Because[] = [
  'quiet-hours',
  'cap-reached',
  'yielded',
  'resting',
  'offer-given',
  'first-parcel',
];
export const isOfContactPolicy = (because: Because | undefined): boolean =>
  because !== undefined && holdsOfContactPolicy.includes(because);

/** Of a message that never went: its time was over, or would have been before it might go. A series tries the number again. */
export const ranOutOfTime = (because: Because): boolean =>
  because === 'too-late' || because === 'case-open' || (because !== 'resting' && isOfContactPolicy(because));
