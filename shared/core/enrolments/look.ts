/** A look at a customer: what has become true of her by time alone, and when to look again. */
import { datesDue } from '../questions/date-trigger.ts';
import type { Occurrence } from '../questions/occurrence.ts';
import { schedulesDue } from '../questions/schedule-trigger.ts';
import { nextChange, nextMoment, withSegments } from '../questions/segments.ts';
import type { Customer } from '../record/customer.ts';
import type { StoreContext } from '../record/effect.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { isBefore } from '../values/civil-time.ts';
import { withStateExits } from './advance-enrolments.ts';
import { type Entries, entriesBySegment, noteOfEntry } from './apply-entries.ts';
import { enterByCommand } from './enter.ts';
import { withFreePlaces } from './let-waiters-in.ts';
import { segmentsAfterWalk } from './look-after-walk.ts';
import type { Note } from './note.ts';
import { withSleepersMoved } from './sleep/sleepers.ts';

/** What was decided beside the events of a customer: to be finished like them (`finished` of `apply-events.ts`). */
export interface Decided {
  readonly customer: Customer;
  readonly changed: boolean;
  /** To be done before the save. */
  readonly before: readonly StoreContext[];
  readonly notes: readonly Note[];
  /** What runs, looks and pending events of this decision remember it by. */
  readonly by: ReadonlySet<string>;
}

/** What a look leaves in the record for its own repeat to find. */
export const lookCause = (arm: number) => `look/${arm}`;

/**
 * Asks segments, exits, dates and schedules at the moment, in this order, and arms the next look.
 *
 * @param by what the record remembers the look by, so that its own repeat finds what it left to do
 */
export function lookAt(customer: Customer, around: Surroundings, by: string): Decided {
  const cause = { at: around.at, event: 'look', by } as const;
  const segments = withSegments(customer, around.at, around, by);
  const stayed = withStateExits(withSleepersMoved(segments.customer, around, by), around);
  const moved = entriesBySegment({ ...segments, customer: stayed.customer }, cause, around);
  const dated = entriesByClock(moved.customer, around);
  // What a new enrolment has written of her may move her once more.
  const again = segmentsAfterWalk(stayed.customer, dated.customer, around, by);
  const last = entriesBySegment(again, cause, around);
  const looked: Entries = {
    customer: last.customer,
    before: [...moved.before, ...dated.before, ...last.before],
    notes: [...stayed.notes, ...moved.notes, ...dated.notes, ...last.notes],
  };
  // A place may be free by a deployment alone: nothing of the customer's has ended then.
  const free = withFreePlaces(looked, around, by);
  const remembered = rememberedBy(by, customer, free.customer);
  return { ...free, customer: withNextLook(remembered, around, by), changed: true, by: new Set([by]) };
}

/** Asks the dates and schedules that are due. */
function entriesByClock(customer: Customer, around: Surroundings): Entries {
  let known = customer;
  const before: StoreContext[] = [];
  const notes: Note[] = [];
  const due = [...datesDue(customer, around.at, around), ...schedulesDue(customer, around.at, around)];
  for (const occurrence of due) {
    const { scenario } = occurrence;
    const entry = enterByCommand({ scenario, customer: known, around }, commandFor(occurrence, known));
    notes.push(noteOfEntry(entry, 'look', scenario.id));
    known = entry.customer ?? known;
    before.push(...entry.before);
  }
  return { customer: known, before, notes };
}

function commandFor({ scenario, key, at }: Occurrence, customer: Customer) {
  return { kind: 'enrol', customer: customer.id, scenario: scenario.id, key, at: at.toString() } as const;
}

/** Whatever the look began is known by the look, so that its repeat finds it. */
function rememberedBy(by: string, before: Customer, after: Customer): Customer {
  const known = new Set(before.enrolments.map(({ id }) => id));
  const events = new Set(before.pending.map(({ id }) => id));
  return {
    ...after,
    enrolments: after.enrolments.map((enrolment) =>
      known.has(enrolment.id) ? enrolment : { ...enrolment, by },
    ),
    pending: after.pending.map((event) => (events.has(event.id) ? event : { ...event, by })),
  };
}

/** After a look: the next one, and that everything up to now has been asked. */
function withNextLook(customer: Customer, around: Surroundings, by: string): Customer {
  const seen = around.at;
  const arm = (customer.look?.arm ?? 0) + 1;
  const asked = { ...customer, look: { ...customer.look, arm, seen } };
  return { ...asked, look: { due: nextMoment(asked, around.at, around), arm, seen, by } };
}

/** Dates and schedules were asked when the look was armed, and time alone brings none of them nearer. */
function hasSameDates(customer: Customer, before: Customer): boolean {
  const [now, then] = [customer.profile, before.profile];
  const isSameProfile =
    now === then ||
    (now.birthday === then.birthday &&
      now.birthdayChangedAt === then.birthdayChangedAt &&
      now.timeZone === then.timeZone &&
      now.attributes === then.attributes);
  const { lifecycle, owned, segments } = customer;
  return (
    isSameProfile && lifecycle === before.lifecycle && owned === before.owned && segments === before.segments
  );
}

/**
 * After an event: a look is armed where none is, or where it is needed sooner than what is armed. Never later: a look
 * that comes too early costs less than a timer for each event.
 *
 * @param asked the record of which dates and schedules were asked when the look was armed; undefined where they were not
 * @param by the hash of the event
 */
export function withEarlierLook(
  customer: Customer,
  asked: Customer | undefined,
  around: Surroundings,
  by: string,
): Customer {
  const armed = customer.look?.due;
  const isAsked = armed !== undefined && asked !== undefined && hasSameDates(customer, asked);
  const next = isAsked
    ? nextChange(customer, around.at, armed, around)
    : nextMoment(customer, around.at, around);
  if (!next || (armed && !isBefore(next, armed))) return customer;
  return { ...customer, look: { ...customer.look, due: next, arm: (customer.look?.arm ?? 0) + 1, by } };
}
