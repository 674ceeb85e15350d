/** What lets a customer in, whatever it was: an event, a segment, a date, a schedule or a command. */
import { Temporal } from 'temporal-polyfill';
import type { EventDetail, StoreEvent } from '../events/event.ts';
import { aboutOf } from '../events/event-subject.ts';
import type { EnrolMessage } from '../events/intake-message.ts';
import { eventHash, orderOf } from '../facts/event-identity.ts';
import { valuesAt } from '../language/evaluate-filter.ts';
import type { Scenario } from '../language/scenario.ts';
import { eventOfTrigger } from '../language/trigger.ts';
import type { Situation } from '../record/situation.ts';
import { digest } from '../values/ids.ts';
import type { Fields } from '../values/pick-fields.ts';

/** Whom an entry asks to be let in, and where. */
export type Candidate = Pick<Situation, 'scenario' | 'customer' | 'around'>;

/** One reason to let in. */
export interface Entry {
  /** What `oncePer` counts: an order, a cart, a value of the event, or the moment. */
  readonly key: string;
  /** When it came true; the enrolment counts from here. */
  readonly at: Temporal.Instant;
  readonly order: string | undefined;
  readonly about: string | undefined;
  /** The data that filters and templates ask, nested as on the wire. */
  readonly event: Fields;
  /** The event, where it was one. */
  readonly told?: StoreEvent;
  /** Tells a repeat of the same reason, so that it finds its own work. */
  readonly by: string;
  /** Tells the reason from every other; the same when it is repeated. */
  readonly word: string;
}

/** The longest key kept as it is; the id of an order or a subscription is shorter. */
const longestKey = 64;

export function entryOfEvent(scenario: Scenario, event: StoreEvent): Entry {
  return {
    key: entryKey(scenario, event),
    at: event.occurredAt,
    order: orderOf(event),
    about: aboutOf(event),
    event: event.detail,
    told: event,
    by: eventHash(event),
    word: eventHash(event),
  };
}

/** The `oncePer` key an event lets in under. An event without the thing it counts is known by its own id. */
export function entryKey({ trigger }: Scenario, event: StoreEvent): string {
  const { oncePer } = trigger;
  if (oncePer === 'order') return short(orderOf(event) ?? event.detail.eventId);
  if (oncePer === 'cart') return short(event.detail.cart?.id ?? event.detail.eventId);
  if (typeof oncePer === 'object' && 'key' in oncePer)
    return short(keyOfPart(event, oncePer.key) ?? valueAt(event.detail, oncePer.key) ?? event.detail.eventId);
  return event.occurredAt.toString();
}

/** Shops count the parcels and the refunds of each order anew: the id of one says which it is together with its order's. */
function keyOfPart(event: StoreEvent, path: string): string | undefined {
  const [order, id] = [orderOf(event), valueAt(event.detail, path)];
  return order !== undefined && id !== undefined && /^(?:event\.)?(?:shipment|refund)\.id$/.test(path)
    ? `${order}/${id}`
    : undefined;
}

/** @param by what made the segment be asked: the hash of an event, or the word of a look */
export function entryOfSegment(at: Temporal.Instant, by: string): Entry {
  return { key: at.toString(), at, order: undefined, about: undefined, event: {}, by, word: by };
}

/** Throws a `RangeError` where `at` is no ISO 8601 instant. */
export function entryOfCommand({ trigger }: Scenario, message: EnrolMessage): Entry {
  const event = message.event ?? {};
  const { oncePer } = trigger;
  const value = typeof oncePer === 'object' && 'key' in oncePer ? valueAt(event, oncePer.key) : undefined;
  const name = eventOfTrigger(trigger);
  return {
    key: short(value ?? message.key),
    at: Temporal.Instant.from(message.at),
    order: undefined,
    about: name && aboutOf({ name, detail: event as EventDetail }),
    event,
    by: commandHash(message),
    // Of the same key another word may come once this is forgotten, at another moment.
    word: `${commandHash(message)}@${message.at}`,
  };
}

/** 12 hexadecimal digits that tell a repeat of the word. */
export function commandHash({ scenario, key }: EnrolMessage): string {
  return digest(['word', scenario, key], 12);
}

function valueAt(event: Fields, path: string): string | undefined {
  const [value] = valuesAt(event, path.replace(/^event\./, '').split('.'));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

const short = (key: string) => (key.length <= longestKey ? key : digest(['key', key], 32));
