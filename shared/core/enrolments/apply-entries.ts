/** Whom an event lets in: by itself, and by the segments it has moved her into or out of. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import { isOfFriend } from '../facts/event-identity.ts';
import type { Scenario } from '../language/scenario.ts';
import type { SegmentsNow } from '../questions/segments.ts';
import type { Customer } from '../record/customer.ts';
import type { StoreContext } from '../record/effect.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { type Entered, enter, enterBySegment, type NotEntered } from './enter.ts';
import type { Note } from './note.ts';

export interface Entries {
  readonly customer: Customer;
  readonly before: readonly StoreContext[];
  /** Of every scenario that was asked. */
  readonly notes: readonly Note[];
}

/** Asks the scenarios that the event begins, in the order of the book: a referral's are for who made it, not for the friend. */
export function entriesByEvent(customer: Customer, event: StoreEvent, around: Surroundings): Entries {
  const asked = isOfFriend(event) ? [] : around.book.index.byEvent(event.name);
  return each(asked, customer, event.name, (scenario, known) =>
    enter({ scenario, customer: known, around }, event),
  );
}

/** What made the segments be asked. */
interface Cause {
  /** When it happened. */
  readonly at: Temporal.Instant;
  /** For the notes. */
  readonly event: Note['event'];
  /** Its hash, or `look/<arm>`. */
  readonly by: string;
}

/** Asks the scenarios that begin with a change of segment. */
export function entriesBySegment(
  { customer, entered, left }: Pick<SegmentsNow, 'customer' | 'entered' | 'left'>,
  { at, event, by }: Cause,
  around: Surroundings,
): Entries {
  const { index } = around.book;
  const asked = [
    ...entered.flatMap((name) => index.bySegment(name, 'entered')),
    ...left.flatMap((name) => index.bySegment(name, 'left')),
  ];
  const inOrder = asked.length < 2 ? asked : index.open.filter((scenario) => asked.includes(scenario));
  return each(inOrder, customer, event, (scenario, known) =>
    enterBySegment({ scenario, customer: known, around }, at, by),
  );
}

function each(
  scenarios: readonly Scenario[],
  customer: Customer,
  event: Note['event'],
  ask: (scenario: Scenario, known: Customer) => Entered | NotEntered,
): Entries {
  let known = customer;
  const before: StoreContext[] = [];
  const notes: Note[] = [];
  for (const scenario of scenarios) {
    const entry = ask(scenario, known);
    notes.push(noteOfEntry(entry, event, scenario.id));
    known = entry.customer ?? known;
    before.push(...entry.before);
  }
  return { customer: known, before, notes };
}

/** What is told of whoever was asked to be let in. */
export function noteOfEntry(entry: Entered | NotEntered, event: Note['event'], scenario: string): Note {
  const by = entry.entered ? undefined : entry.by;
  return { because: entry.because, event, scenario, ...(by !== undefined && { by }) };
}
