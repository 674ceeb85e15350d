/**
 * Why nothing came of an event: it is put through the boundary and the engine as it was sent, against the record as it is,
 * and nothing is saved.
 */
import type { Temporal } from 'temporal-polyfill';
import { applyEvents } from '../../core/enrolments/apply-events.ts';
import { isFresh } from '../../core/enrolments/enter-refusal.ts';
import type { Note } from '../../core/enrolments/note.ts';
import { atPresent } from '../../core/enrolments/sleep/to-the-present.ts';
import { denialsBeside } from '../../core/events/consent-beside.ts';
import type { StoreEvent } from '../../core/events/event.ts';
import { MalformedEvent, parseEvent } from '../../core/events/event-schema.ts';
import type { Scenario } from '../../core/language/scenario.ts';
import { eventOfTrigger } from '../../core/language/trigger.ts';
import { type Customer, newCustomer } from '../../core/record/customer.ts';
import type { Surroundings } from '../../core/record/surroundings.ts';
import { spanOf_ms } from '../../core/values/duration.ts';
import { meaningOf } from './explain-because.ts';
import { whyNotLetIn } from './explain-enrolment.ts';
import { changedParts } from './what-changes.ts';

/** As it lay on the bus. */
export interface SentEvent {
  readonly name: string;
  readonly detail: unknown;
}

/** @param stored undefined for a customer of whom nothing is known */
export function explainEvent(
  sent: SentEvent,
  id: string,
  stored: Customer | undefined,
  around: Surroundings,
): string[] {
  const event = readAsSent(sent, around.at);
  if (typeof event === 'string') return [event];
  if (event.detail.customer.id !== id)
    return [`The event is about customer "${event.detail.customer.id}", and not about "${id}".`];
  const before = atPresent(stored ?? newCustomer(around.settings.store, id), around);
  const applied = applyEvents(before, [event, ...denialsBeside(event)], around);
  const ofEvent = applied.notes.filter(({ scenario }) => scenario === undefined);
  return [
    `${event.name}, as if it came now:`,
    ...unreadOf(event),
    ...ofEvent
      .filter(({ because }) => because !== 'applied')
      .map(({ because }) => `It is taken so: ${meaningOf[because]}.`),
    ...changesOf(applied.changed, changedParts(before, applied.customer)),
    ...scenariosOf(event, applied.notes, around),
  ];
}

/** The event, or in words why it never reached the engine. */
function readAsSent({ name, detail }: SentEvent, at: Temporal.Instant): StoreEvent | string {
  try {
    const event = parseEvent(name, detail, at);
    if (event) return event;
    return `"${name}" is no event about a customer that the engine knows: nothing comes of it.`;
  } catch (error) {
    if (!(error instanceof MalformedEvent)) throw error;
    return `It is refused, and goes to the dead letters of intake: ${error.message}.`;
  }
}

const unreadOf = ({ unread = [] }: StoreEvent): string[] =>
  unread.length === 0 ? [] : [`What cannot be read of it is left out: ${unread.join(', ')}.`];

function changesOf(isSaved: boolean, parts: readonly string[]): string[] {
  if (!isSaved) return ['Nothing would be saved.'];
  if (parts.length === 0) return ['It would change nothing that is known of the customer.'];
  return [`It would change: ${parts.join(', ')}.`];
}

/** Of each scenario that the event begins or moves, what comes of it there. */
function scenariosOf(event: StoreEvent, notes: readonly Note[], around: Surroundings): string[] {
  const begun = around.book.current.filter(({ trigger }) => eventOfTrigger(trigger) === event.name);
  const moved = notes.filter(({ scenario }) => scenario !== undefined && !isEntryOf(scenario, begun, notes));
  return [
    ...(begun.length === 0 ? [`No scenario begins with ${event.name}.`] : []),
    ...begun.flatMap((scenario) => entryInto(scenario, event, lastOf(scenario.id, notes), around)),
    ...moved.map(({ scenario, because }) => `${scenario}: ${meaningOf[because]}.`),
  ];
}

const lastOf = (id: string, notes: readonly Note[]): Note | undefined =>
  notes.findLast(({ scenario }) => scenario === id);

/** Its only note, where the event begins it: others tell of an enrolment that runs. */
const isEntryOf = (id: string, begun: readonly Scenario[], notes: readonly Note[]): boolean =>
  begun.some((scenario) => scenario.id === id) &&
  notes.filter(({ scenario }) => scenario === id).length === 1;

function entryInto(
  scenario: Scenario,
  event: StoreEvent,
  note: Note | undefined,
  around: Surroundings,
): string[] {
  const { id } = scenario;
  if (scenario.enabled === false) return [`${id} is switched off: it lets nobody in.`];
  if (note?.because === 'entered' || note?.because === 'restarted')
    return [`It would let the customer into ${id}.`];
  if (!isFresh(scenario, event.occurredAt, around)) return [ageOf(scenario, event, around)];
  return note ? [`It would not let the customer into ${id}: ${whyNotLetIn(note)}.`] : [];
}

const hour_ms = 3_600_000;

function ageOf(
  { id, trigger }: Scenario,
  { occurredAt }: StoreEvent,
  { at, settings }: Surroundings,
): string {
  const age = (at.epochMilliseconds - occurredAt.epochMilliseconds) / hour_ms;
  const most = spanOf_ms(trigger.freshness ?? settings.freshness) / hour_ms;
  const over = Math.max(1, Math.ceil(age - most));
  return `It is too old for ${id} by ${over} ${over === 1 ? 'hour' : 'hours'}: it happened ${Math.floor(age)} hours ago, and lets in for ${most}.`;
}
