/** From when on a message never goes. */
import { Temporal } from 'temporal-polyfill';
import { dateOf } from '../record/date-of.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { zoneOf } from '../record/zone.ts';
import { addDuration, isBefore } from '../values/civil-time.ts';
import type { DueMessage } from './due-message.ts';

type Expiring = Omit<DueMessage, 'around' | 'side'> & {
  readonly around: Pick<Surroundings, 'at' | 'settings'>;
};

/** Its expiry, or the date before which it must go. */
export function expiryOf({
  scenario,
  step,
  since,
  customer,
  enrolment,
  event,
  around,
}: Expiring): Temporal.Instant {
  const zone = zoneOf(customer, around.settings);
  const expires = addDuration(since, step.expiry ?? around.settings.expiry[scenario.kind], zone);
  const where = { timeZone: zone, settings: around.settings };
  const date = step.before && enrolment && dateOf(step.before, customer, event ?? {}, where);
  if (!date) return expires;
  const end = date instanceof Temporal.Instant ? date : date.toZonedDateTime(zone).toInstant();
  return isBefore(end, expires) ? end : expires;
}

export const isExpired = (message: Expiring): boolean => !isBefore(message.around.at, expiryOf(message));
