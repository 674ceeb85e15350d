/** How often she wants to hear from the store, as she said it herself: the last word in `occurredAt` wins as a whole. */
import { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import { asDate } from '../values/as-date.ts';
import { isBefore } from '../values/civil-time.ts';
import type { Customer } from './customer.ts';
import type { Cap } from './engine-settings.ts';
import type { Wishes } from './wishes-state.ts';

type Instant = Temporal.Instant;

/** A pause ends by itself after at most so long: whoever wants none at all withdraws her consent. */
const longestPause = { hours: 24 * 366 };

/** Beside the store's caps. A course is left out as it is there: how often it comes is what she asked for by its name. */
const weekly: Cap = { max: 1, days: 7, exceptTopics: ['course'] };

/** The caps that hold for her: the store's, and her own wish. */
export function capsFor({ wishes }: Pick<Customer, 'wishes'>, caps: readonly Cap[]): readonly Cap[] {
  return wishes?.frequency === 'weekly' ? [...caps, weekly] : caps;
}

/** Until when she wants no marketing; undefined where she may be written to now. */
export function pausedUntil({ wishes }: Pick<Customer, 'wishes'>, at: Instant): Instant | undefined {
  const until = wishes?.pausedUntil;
  return until && isBefore(at, until) ? until : undefined;
}

/**
 * The customer with the event's word on her wishes. One that cannot be read says nothing; a day begins on the wall of
 * `zone`.
 */
export function withWishes(customer: Customer, event: StoreEvent, zone: string): Customer {
  const stated = event.name === 'CustomerUpdated' ? event.detail.wishes : undefined;
  if (!stated) return customer;
  const { frequency = 'all' } = stated;
  if (frequency !== 'all' && frequency !== 'weekly') return customer;
  const asOf = event.occurredAt;
  if (customer.wishes && isBefore(asOf, customer.wishes.asOf)) return customer;
  return { ...customer, wishes: { frequency, pausedUntil: pauseOf(stated.pausedUntil, asOf, zone), asOf } };
}

function pauseOf(text: string | undefined, asOf: Instant, zone: string): Instant | undefined {
  const date = asDate(text);
  if (date === undefined) return undefined;
  const until = date instanceof Temporal.Instant ? date : date.toZonedDateTime(zone).toInstant();
  const latest = asOf.add(longestPause);
  return isBefore(latest, until) ? latest : until.round('millisecond');
}

/** Of two records of one person: what was said later. */
export function laterWishes(one: Wishes | undefined, other: Wishes | undefined): Wishes | undefined {
  return one && other ? (isBefore(one.asOf, other.asOf) ? other : one) : (one ?? other);
}
