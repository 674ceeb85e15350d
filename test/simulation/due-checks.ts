/** The moment a run waits for, read off her wall clock: hours, weekdays, days before and after a date, across DST. */
import { Temporal } from 'temporal-polyfill';
import type { Customer, Enrolment } from '../../shared/core/record/customer.ts';
import { isBefore } from '../../shared/core/values/civil-time.ts';
import { weekdays } from '../../shared/core/values/weekday.ts';
import { most_skew_ms } from './invocation.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';

/** Asked when the run has just come to its step: later her zone may be another. */
export function dueFault(
  oracle: Oracle,
  parts: OracleParts,
  customer: Customer,
  enrolment: Enrolment,
  who: string,
): void {
  const step = parts.book
    .find(enrolment.scenario, enrolment.version)
    .steps.find(({ id }) => id === enrolment.step);
  if (step?.kind !== 'wait' || enrolment.held) return;
  // A fact has brought her here, and what the way may ask is known only to her timer: it walks on, and is due at once.
  const latestNow = parts.now().at.add({ milliseconds: most_skew_ms });
  if (enrolment.by && !isBefore(latestNow, enrolment.due)) return;
  const zone = customer.profile.timeZone ?? parts.settings.timeZone;
  const wall = enrolment.due.toZonedDateTimeISO(zone);
  if ('next' in step) {
    const isMeant = step.next.includes(weekdays[wall.dayOfWeek - 1] as (typeof weekdays)[number]);
    oracle.check(
      'a weekday is one of her own calendar',
      !(isMeant && shows(wall, step.at)) && `${who}: ${wall}`,
    );
    const days = enrolment.since
      .until(enrolment.due)
      .total({ unit: 'days', relativeTo: wall.subtract({ days: 9 }) });
    oracle.check('a weekday is the next one', days > 8 && `${who}: ${wall} of ${enrolment.since}`);
  }
  if ('until' in step) {
    oracle.check('a civil hour stays the same across DST', !shows(wall, step.until.at) && `${who}: ${wall}`);
    if (step.until.after !== 'entry') return;
    const entered = enrolment.enteredAt.toZonedDateTimeISO(zone).toPlainDate();
    const day = entered.until(wall.toPlainDate()).days - (enrolment.moved?.days ?? 0);
    oracle.check(
      'a civil day is counted by the calendar',
      day !== step.until.day && `${who}: ${wall}, day ${day}`,
    );
  }
  if ('date' in step && step.at !== undefined) {
    const date = dateAt(step.date, customer, enrolment, zone);
    if (!date) return;
    const meant = date.add({ days: step.offset?.days ?? 0 });
    const isThere = shows(wall, step.at) && meant.equals(wall.toPlainDate());
    oracle.check('a date is met on its civil day', !isThere && `${who}: ${wall}, not ${meant}`);
  }
}

/** True where the wall shows the hour, or cannot because the clocks go forward over it. */
function shows(wall: Temporal.ZonedDateTime, at: string): boolean {
  const meant = wall.withPlainTime(Temporal.PlainTime.from(at));
  return meant.epochMilliseconds === wall.epochMilliseconds;
}

/** Dates of the event that let in, and the last order; what else a date may be the engine alone works out. */
function dateAt(
  path: string,
  customer: Customer,
  enrolment: Enrolment,
  zone: string,
): Temporal.PlainDate | undefined {
  const civil = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  if (path === 'customer.lifecycle.lastOrderAt') {
    const { lastOrderAt } = customer.lifecycle;
    return lastOrderAt && civil(lastOrderAt);
  }
  if (!path.startsWith('event.')) return undefined;
  const found = path
    .split('.')
    .slice(1)
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], enrolment.event);
  if (typeof found !== 'string') return undefined;
  return found.includes('T') ? civil(Temporal.Instant.from(found)) : Temporal.PlainDate.from(found);
}
