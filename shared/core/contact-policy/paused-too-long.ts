/** Whether a pause is about to cost the customer an order mail: somebody is told while there is time to let it go. */
import type { Temporal } from 'temporal-polyfill';
import { isMessage } from '../language/steps.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { isBefore } from '../values/civil-time.ts';
import { expiryOf } from './expiry.ts';

/** So long before it expires, or once half its time is over where that is less; a held message is asked for each hour, so never less than two. */
const notice = { most_hours: 12, least_hours: 2 };

/** When the message that a pause holds expires; undefined where none is held by a pause. */
export function expiryOfPaused(
  customer: Customer,
  enrolment: Enrolment,
  around: Surroundings,
): Temporal.Instant | undefined {
  const { held, scenario: id, version, step: at, since, event, ended } = enrolment;
  if (held !== 'paused' || ended || !around.book.has(id, version)) return undefined;
  const scenario = around.book.find(id, version);
  const step = scenario.steps.find((other) => other.id === at);
  return isMessage(step)
    ? expiryOf({ scenario, step, since, customer, enrolment, event, around })
    : undefined;
}

export function isPausedTooLong(customer: Customer, enrolment: Enrolment, around: Surroundings): boolean {
  if (enrolment.lane !== 'transactional') return false;
  const expires = expiryOfPaused(customer, enrolment, around);
  if (!expires) return false;
  const half = expires.since(enrolment.since).total('hours') / 2;
  const hours = Math.max(Math.min(notice.most_hours, half), notice.least_hours);
  return !isBefore(around.at, expires.subtract({ minutes: Math.round(60 * hours) }));
}
