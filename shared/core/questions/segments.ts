/** Which segments a customer belongs to, and when any of that may next change by itself. */
import type { Temporal } from 'temporal-polyfill';
import { type FilterSubject, fits } from '../language/evaluate-filter.ts';
import type { Customer } from '../record/customer.ts';
import type { PendingEvent } from '../record/pending-event.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { earliest, isBefore } from '../values/civil-time.ts';
import { segmentChangeId } from '../values/ids.ts';
import { dateMoments } from './date-trigger.ts';
import { filterSubject } from './filter-subject.ts';
import { scheduleMoments } from './schedule-trigger.ts';
import { filterMoments } from './segment-moments.ts';
import { isPublished, segmentsAsked } from './segments-asked.ts';

type Instant = Temporal.Instant;
type Around = Pick<Surroundings, 'settings' | 'book'>;

/** A segment is asked about the customer alone. */
const noEnrolment = { enrolment: { scenario: '', version: 0 }, event: {} };

/** The names of the segments she belongs to at the moment, in the order of the book. */
export function segmentsOf(customer: Customer, at: Instant, around: Around): string[] {
  const { segments } = around.book;
  if (segments.length === 0) return [];
  const subject = filterSubject({ ...noEnrolment, customer, around: { ...around, at } });
  return segments.filter(({ is }) => fits(is, subject)).map(({ name }) => name);
}

export interface SegmentsNow {
  /** The very customer that came in where nothing changed. Its `pending` holds the events below already. */
  readonly customer: Customer;
  readonly entered: readonly string[];
  readonly left: readonly string[];
  /** A `SegmentChanged` for each change that the store wants published after the save. */
  readonly pending: readonly PendingEvent[];
}

/**
 * Asks every segment anew and notes the changes in the record. A segment that the book no longer has is forgotten
 * without a word.
 *
 * @param by what made us ask: the hash of an event, or `look/<arm>`; a repeat of it finds its events by this
 */
export function withSegments(customer: Customer, at: Instant, around: Around, by: string): SegmentsNow {
  const now = segmentsOf(customer, at, around);
  const known = customer.segments;
  const entered = now.filter((name) => known[name] === undefined);
  const gone = Object.keys(known).filter((name) => !now.includes(name));
  if (entered.length === 0 && gone.length === 0) return { customer, entered, left: [], pending: [] };
  const left = around.book.segments.map(({ name }) => name).filter((name) => gone.includes(name));
  const change = (segment: string, how: 'entered' | 'left') =>
    changed(customer, { segment, change: how, at }, by);
  const published = (names: readonly string[]) => names.filter((name) => isPublished(around.settings, name));
  const pending = [
    ...published(left).map((name) => change(name, 'left')),
    ...published(entered).map((name) => change(name, 'entered')),
  ];
  const segments = Object.fromEntries(now.map((name) => [name, known[name] ?? at]));
  return {
    customer: { ...customer, segments, pending: [...customer.pending, ...pending] },
    entered,
    left,
    pending,
  };
}

function changed(
  customer: Customer,
  {
    segment,
    change,
    at,
  }: { readonly segment: string; readonly change: 'entered' | 'left'; readonly at: Instant },
  by: string,
): PendingEvent {
  const { store, id } = customer;
  return {
    id: segmentChangeId({ store, customer: id, segment, change, at: at.toString(), by }),
    name: 'SegmentChanged',
    detail: { customer: { id }, segment, change, at: at.toString() },
    at,
    by,
  };
}

/**
 * The earliest moment at which a segment that somebody asks for answers otherwise, or a date or schedule of hers is due,
 * if no event comes. `at` itself where something is due already.
 */
export function nextMoment(customer: Customer, at: Instant, around: Around): Instant | undefined {
  const due = earliest([...dateMoments(customer, at, around), ...scheduleMoments(customer, at, around)]);
  return nextChange(customer, at, due, around) ?? due;
}

/** The first moment before `until` at which some segment no longer answers as it does at `at`. */
export function nextChange(
  customer: Customer,
  at: Instant,
  until: Instant | undefined,
  around: Around,
): Instant | undefined {
  const asked = new Map<number, FilterSubject>();
  const subjectAt = (moment: Instant) => {
    const known = asked.get(moment.epochMilliseconds);
    const subject = known ?? filterSubject({ ...noEnrolment, customer, around: { ...around, at: moment } });
    asked.set(moment.epochMilliseconds, subject);
    return subject;
  };
  const turns = segmentsAsked(customer, around)
    .flatMap(({ is }) => filterMoments(is, customer, at, around.settings).map((moment) => ({ is, moment })))
    .filter(({ moment }) => !until || isBefore(moment, until))
    .sort((a, b) => a.moment.epochMilliseconds - b.moment.epochMilliseconds);
  // Most bounds turn nothing: an order of five that is a year old, say. A look at them would cost a timer each.
  return turns.find(({ is, moment }) => fits(is, subjectAt(moment)) !== fits(is, subjectAt(at)))?.moment;
}
