/** Scenarios that begin on a day of the store's, for everybody in a segment, each on her own wall clock. */
import type { Temporal } from 'temporal-polyfill';
import { scheduleDay } from '../language/schedule-rule.ts';
import type { ScheduleTrigger } from '../language/trigger.ts';
import type { Customer } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { zoneOf } from '../record/zone.ts';
import { civilDate, hourOnWall, isBefore } from '../values/civil-time.ts';
import { isInShare } from './in-share.ts';
import { askedUntil, nextLookFor, type Occurrence } from './occurrence.ts';

type Instant = Temporal.Instant;
type Around = Pick<Surroundings, 'settings' | 'book'>;

/** The schedules that are due for her: she was in the segment when the hour came, and is in it still. */
export function schedulesDue(customer: Customer, at: Instant, around: Around): Occurrence[] {
  return occurrences(customer, at, around).filter((occurrence) => !isBefore(at, occurrence.at));
}

/** When to look at her next for each schedule of a segment that she is in now, and. */
export function scheduleMoments(customer: Customer, at: Instant, around: Around): Instant[] {
  return occurrences(customer, at, around).map((next) => nextLookFor(next.at, customer, at, around.settings));
}

function occurrences(customer: Customer, at: Instant, { book, settings }: Around): Occurrence[] {
  return book.index.scheduled.flatMap((scenario) => {
    const { trigger } = scenario;
    if (!isInShare(scenario, customer)) return [];
    const since = customer.segments[trigger.segment];
    if (!since) return [];
    const asked = askedUntil(scenario, customer, at, settings);
    const next = occurrenceAfter(trigger, asked, since, zoneOf(customer, settings));
    return next ? [{ scenario, ...next }] : [];
  });
}

/** The first occurrence after `after` and not before `since`. */
function occurrenceAfter(
  trigger: ScheduleTrigger,
  after: Instant,
  since: Instant,
  zone: string,
): Pick<Occurrence, 'key' | 'at'> | undefined {
  const first = isBefore(after, since) ? since : after;
  let day = scheduleDay(trigger.schedule, civilDate(first, zone));
  while (day) {
    const at = day.toZonedDateTime({ timeZone: zone, plainTime: hourOnWall(trigger.at) }).toInstant();
    if (isBefore(after, at) && !isBefore(at, since)) return { key: day.toString(), at };
    day = scheduleDay(trigger.schedule, day.add({ days: 1 }));
  }
  return undefined;
}
