/**
 * What the engine itself asks for one customer: a command, an occurrence of a schedule, a store's event about many, an order of
 * the mailbox.
 */
import type { Temporal } from 'temporal-polyfill';
import type { EnrolMessage } from '../events/intake-message.ts';
import { endsByMailbox } from '../language/exit-rules.ts';
import { withSegments } from '../questions/segments.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import { withoutOpen } from '../record/replace-enrolment.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { isBefore } from '../values/civil-time.ts';
import { entriesBySegment, noteOfEntry } from './apply-entries.ts';
import { enterByCommand } from './enter.ts';
import { commandHash } from './enter-entry.ts';
import { type Decided, withEarlierLook } from './look.ts';

/**
 * Lets the customer into the scenario that the word names, or notes why not. A scenario that this code does not have
 * lets nobody in: the newest version is asked. To be finished like events; a repeat changes nothing and is known by `by`.
 */
export function applyCommand(customer: Customer, message: EnrolMessage, around: Surroundings): Decided {
  const cause = commandHash(message);
  const by = new Set([cause]);
  const asItWas: Decided = { customer, changed: false, before: [], notes: [], by };
  const scenario = around.book.current.find(({ id }) => id === message.scenario);
  if (!scenario) return asItWas;
  const entry = enterByCommand({ scenario, customer, around }, message);
  const note = noteOfEntry(entry, 'word', scenario.id);
  if (!entry.entered) {
    const next = entry.customer ?? customer;
    return { ...asItWas, customer: next, changed: next !== customer, before: entry.before, notes: [note] };
  }
  const sorted = withSegments(entry.customer, around.at, around, cause);
  const more = entriesBySegment(sorted, { at: around.at, event: 'word', by: cause }, around);
  const notes = [note, ...more.notes];
  const before = [...entry.before, ...more.before];
  const next = withEarlierLook(more.customer, customer, around, cause);
  return { customer: next, changed: true, before, notes, by };
}

/**
 * Another customer with the same address has ordered: what ends with an order of the mailbox ends here, too.
 *
 * @param at when it was placed: what began since goes on
 */
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
