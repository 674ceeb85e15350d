/** Another customer with the same address has ordered: whatever ends with an order of the mailbox ends here, too. */
import type { Temporal } from 'temporal-polyfill';
import { endsByMailbox } from '../language/exit-rules.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import { withoutOpen } from '../record/replace-enrolment.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { isBefore } from '../values/civil-time.ts';
import type { Decided } from './look.ts';

/** @param at when the order was placed: what began since goes on */
export function applyMailboxOrder(
  customer: Customer,
  at: Temporal.Instant,
  { book, at: now }: Surroundings,
): Decided {
  const isOver = ({ scenario, version, ended, enteredAt }: Enrolment) =>
    !ended &&
    !isBefore(at, enteredAt) &&
    book.has(scenario, version) &&
    endsByMailbox(book.find(scenario, version));
  const over = customer.enrolments.filter(isOver);
  return {
    customer: withoutOpen(customer, over, { at: now, because: 'mailbox-bought' }),
    changed: over.length > 0,
    before: [],
    notes: over.map(({ scenario }) => ({ because: 'mailbox-bought', event: 'word', scenario })),
    by: new Set(),
  };
}
