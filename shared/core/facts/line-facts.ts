/** Who the customer is on LINE: the last word counts, in whichever order the words come. */
import type { StoreEvent } from '../events/event.ts';
import type { Customer, LineProfile } from '../record/customer.ts';
import { isBefore } from '../values/civil-time.ts';

/** The customer with the event's word on who they are on LINE. */
export function withLine(customer: Customer, { detail, occurredAt }: StoreEvent): Customer {
  const { line } = detail.customer;
  if (!line) return customer;
  const told = { userId: line.userId, friend: line.friend, at: occurredAt };
  return { ...customer, profile: { ...customer.profile, line: laterLine(customer.profile.line, told) } };
}

/** The later of two, and `b` of those of one moment. Of one person whether they are a friend stays known where the later does not say. */
export function laterLine(a: LineProfile | undefined, b: LineProfile | undefined): LineProfile | undefined {
  if (!a || !b) return a ?? b;
  const [earlier, later] = isBefore(b.at, a.at) ? [b, a] : [a, b];
  return later.friend === undefined && later.userId === earlier.userId
    ? { ...later, friend: earlier.friend }
    : later;
}
