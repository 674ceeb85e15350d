/** Scenarios that begin on a date of the customer's: when, and which of them are due. */
import { Temporal } from 'temporal-polyfill';
import type { DateTrigger } from '../language/trigger.ts';
import type { Customer } from '../record/customer.ts';
import { dateOf } from '../record/date-of.ts';
import type { Whereabouts } from '../record/orders/order-arrival.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { zoneOf } from '../record/zone.ts';
import { civilDate, hourOnWall, isBefore } from '../values/civil-time.ts';
import { isInShare } from './in-share.ts';
import { askedUntil, nextLookFor, type Occurrence } from './occurrence.ts';

type Instant = Temporal.Instant;
type Around = Pick<Surroundings, 'settings' | 'book'>;

/** Whoever has just changed her birthday is not congratulated on the new one. */
const unsettledFor = { hours: 24 * 30 };

/** The dates that are due and have not been asked yet, one at most of each scenario. */
export function datesDue(customer: Customer, at: Instant, around: Around): Occurrence[] {
  return occurrences(customer, at, around).filter((occurrence) => !isBefore(at, occurrence.at));
}

/** When to look at her next for each scenario with a date. */
export function dateMoments(customer: Customer, at: Instant, around: Around): Instant[] {
  return occurrences(customer, at, around).map((next) => nextLookFor(next.at, customer, at, around.settings));
}

/** Of each scenario that may let her in the first date that no look has asked yet. */
function occurrences(customer: Customer, at: Instant, { book, settings }: Around): Occurrence[] {
  return book.index.dated.flatMap((scenario) => {
    const { trigger } = scenario;
    if (!isInShare(scenario, customer)) return [];
    const next = occurrenceAfter(trigger, customer, askedUntil(scenario, customer, at, settings), {
      timeZone: zoneOf(customer, settings),
      settings,
    });
    return next ? [{ scenario, ...next }] : [];
  });
}

/** The first occurrence after `after`; undefined where the date is unknown, or gone by and not yearly. */
export function occurrenceAfter(
  trigger: DateTrigger,
  customer: Customer,
  after: Instant,
  where: Whereabouts,
): Pick<Occurrence, 'key' | 'at'> | undefined {
  const { timeZone: zone } = where;
  const date = dateOf(trigger.date, customer, {}, where);
  if (!date) return undefined;
  const day = date instanceof Temporal.Instant ? civilDate(date, zone) : date;
  const from = civilDate(after, zone).year;
  // An offset may carry the date over the turn of a year or, with a long one, of more.
  const reach = Math.ceil(Math.abs(trigger.day) / 365) + 1;
  const years = Array.from({ length: 2 * reach + 1 }, (_, i) => from - reach + i);
  const dates = trigger.yearly ? years.map((year) => day.with({ year })) : [day];
  const unsettledUntil = trigger.date === 'customer.birthday' ? settledFrom(customer) : undefined;
  for (const one of dates) {
    const at = momentOf(trigger, one, zone);
    if (!isBefore(after, at) || (unsettledUntil && isBefore(at, unsettledUntil))) continue;
    return { key: one.toString(), at };
  }
  return undefined;
}

function momentOf({ from, day, at }: DateTrigger, date: Temporal.PlainDate, timeZone: string): Instant {
  const start = from === 'month' ? date.with({ day: 1 }) : date;
  return start
    .add({ days: day })
    .toZonedDateTime({ timeZone, plainTime: hourOnWall(at) })
    .toInstant();
}

function settledFrom({ profile }: Customer): Instant | undefined {
  return profile.birthdayChangedAt?.add(unsettledFor);
}
