/** By how much a message moves its story, as it goes on a later day than it was due. */
import type { Temporal } from 'temporal-polyfill';
import { waitsForArrival } from '../language/arrival-waits.ts';
import type { Enrolment, Moved } from '../record/customer.ts';
import { zoneOf } from '../record/zone.ts';
import { civilDate } from '../values/civil-time.ts';
import { arrivalDay, type WaitingFor } from './due.ts';
import { movedDays } from './moved-days.ts';

type Instant = Temporal.Instant;

/** As after the message of the enrolment's step, that was due at its `since` and goes at `at`. Order mail moves nothing. */
export function movedUntil(situation: WaitingFor, at: Instant): Moved | undefined {
  const { scenario, customer, enrolment, around } = situation;
  if (scenario.kind === 'transactional') return undefined;
  const zone = zoneOf(customer, around.settings);
  const days = civilDate(enrolment.since, zone).until(civilDate(at, zone)).days;
  if (days <= 0) return enrolment.moved;
  const arrival = waitsForArrival(scenario) ? arrivalDay(situation) : undefined;
  const before = arrival ? movedDays(enrolment, 'arrived', arrival) : (enrolment.moved?.days ?? 0);
  return { days: before + days, ...(arrival && { arrived: arrival.toString() }) };
}

/** As before a message that was due at `since` and went at `at`, where it has not gone after all. */
export function movedBackBy(
  { moved }: Pick<Enrolment, 'moved'>,
  { since, at }: { readonly since: Instant; readonly at: Instant },
  zone: string,
): Moved | undefined {
  if (!moved) return undefined;
  const days = moved.days - Math.max(0, civilDate(since, zone).until(civilDate(at, zone)).days);
  return days > 0 ? { ...moved, days } : undefined;
}
