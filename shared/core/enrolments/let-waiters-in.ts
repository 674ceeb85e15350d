/** Whoever waits for a group is asked as soon as it is free: in the save of the decision that has made room, whatever that was. */
import { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../language/scenario.ts';
import { occurrenceAfter } from '../questions/date-trigger.ts';
import type { Customer } from '../record/customer.ts';
import type { StoreContext } from '../record/effect.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { besideNameOf, type WaitingEntry } from '../record/waiting-state.ts';
import { zoneOf } from '../record/zone.ts';
import type { Because } from '../values/because.ts';
import { type Entries, entriesBySegment } from './apply-entries.ts';
import { enterWaiting } from './enter.ts';
import { segmentsAfterWalk } from './look-after-walk.ts';
import type { Note } from './note.ts';
import { withoutWaiting } from './wait-for-group.ts';

type Told = Pick<Entries, 'customer' | 'notes'> & { readonly before: readonly object[] };

/**
 * A decision with those let in that wait for a place which is free by now, who waits longest first. To be asked after whatever
 * the decision itself lets in: that would be lost otherwise, and who waits goes on waiting.
 *
 * @param by what the record remembers the decision by, so that its repeat finds whom it let in
 */
export function withFreePlaces<Decided extends Told>(
  decided: Decided,
  around: Surroundings,
  by: string,
): Decided {
  const { waiting, mergedInto } = decided.customer;
  // Of a record that has become part of another's, who waits is asked there.
  if (!waiting || mergedInto !== undefined) return decided;
  const { customer, before, notes } = waitersAsked(decided.customer, waiting, around, by);
  return {
    ...decided,
    customer,
    before: [...decided.before, ...before],
    notes: [...decided.notes, ...notes],
  };
}

function waitersAsked(
  customer: Customer,
  waiting: readonly WaitingEntry[],
  around: Surroundings,
  by: string,
): Entries {
  let known = customer;
  const before: StoreContext[] = [];
  const notes: Note[] = [];
  for (const waiter of waiting.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) {
    const asked = askedAgain(known, waiter, around, by);
    if (!asked) continue;
    known = asked.customer;
    before.push(...asked.before);
    notes.push(...asked.notes);
  }
  const moved = segmentsAfterWalk(customer, known, around, by);
  const last = entriesBySegment(moved, { at: around.at, event: 'word', by }, around);
  return {
    customer: last.customer,
    before: [...before, ...last.before],
    notes: [...notes, ...last.notes],
  };
}

/** Undefined for one that goes on waiting. */
function askedAgain(
  customer: Customer,
  waiter: WaitingEntry,
  around: Surroundings,
  by: string,
): Entries | undefined {
  const scenario = around.book.current.find(({ id }) => id === waiter.scenario);
  const told = waiter.beside && around.waiting?.get(besideNameOf(customer, waiter));
  if (!scenario || (waiter.beside && !told)) return undefined;
  // It may have been let in meanwhile, by an entry of the same scenario.
  if (!customer.waiting?.includes(waiter)) return undefined;
  const free = withoutWaiting(customer, waiter.scenario);
  const note = (because: Because): Note => ({ because, event: 'word', scenario: scenario.id });
  const gone = noLongerTrue(scenario, free, waiter, around);
  if (gone) return { customer: free, before: [], notes: [note(gone)] };
  const entry = enterWaiting({ scenario, customer: free, around }, waiter, { by, told });
  if (entry.because === 'waits-for-group') return undefined;
  return { customer: entry.customer ?? free, before: entry.before, notes: [note(entry.because)] };
}

/** What let in was a state or a date of the customer: it must be theirs still. */
function noLongerTrue(
  { trigger }: Scenario,
  customer: Customer,
  { key, at }: WaitingEntry,
  { settings }: Surroundings,
): Because | undefined {
  if ('segment' in trigger && 'when' in trigger) {
    const isIn = Object.hasOwn(customer.segments, trigger.segment);
    return isIn === (trigger.when === 'entered') ? undefined : 'filter-not-met';
  }
  if (!('date' in trigger)) return undefined;
  const where = { timeZone: zoneOf(customer, settings), settings };
  const now = occurrenceAfter(trigger, customer, at.subtract({ milliseconds: 1 }), where);
  return now?.key === key ? undefined : 'date-moved';
}
