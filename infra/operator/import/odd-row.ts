/** What of a row is taken otherwise than the file says. Names fields, never their values. */
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { readMailAddress } from '../../../shared/core/values/address/mail-address.ts';

/** One sentence for each; none where the row was read in whole. */
export function oddIn(events: readonly StoreEvent[]): string[] {
  const left = events
    .flatMap(({ unread = [] }) => unread)
    .map((field) => `${field} cannot be read: left out`);
  const isUnmailable = events.some(
    ({ detail: { customer } }) =>
      customer.email !== undefined && readMailAddress(customer.email) === undefined,
  );
  return [...left, ...(isUnmailable ? ['customer.email is kept, but no mail service takes it'] : [])];
}
