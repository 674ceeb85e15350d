/** From when on a message never goes. */
import { Temporal } from 'temporal-polyfill';
import { isBoundToMoment } from '../language/message-standing.ts';
import type { Scenario } from '../language/scenario.ts';
import type { MessageStep } from '../language/steps.ts';
import { dateOf } from '../record/date-of.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { zoneOf } from '../record/zone.ts';
import { addDuration, isBefore } from '../values/civil-time.ts';
import type { Duration } from '../values/duration.ts';
import type { DueMessage } from './due-message.ts';

type Expiring = Omit<DueMessage, 'around' | 'side'> & {
  readonly around: Pick<Surroundings, 'at' | 'settings'>;
};

/** How long after its due the message may go: its own word; else by its kind, or by how patient the contact policy may be with it. */
function lifeOf(
  scenario: Scenario,
  step: MessageStep,
  { expiry, patience }: Pick<EngineSettings, 'expiry' | 'patience'>,
): Duration {
  if (step.expiry) return step.expiry;
  if (scenario.kind === 'transactional') return expiry.transactional;
  if (step.patience) return step.patience;
  return isBoundToMoment(scenario, step) ? expiry.marketing : (patience ?? expiry.marketing);
}

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
  const expires = addDuration(since, lifeOf(scenario, step, around.settings), zone);
  const where = { timeZone: zone, settings: around.settings };
  const date = step.before && enrolment && dateOf(step.before, customer, event ?? {}, where);
  if (!date) return expires;
  const end = date instanceof Temporal.Instant ? date : date.toZonedDateTime(zone).toInstant();
  return isBefore(end, expires) ? end : expires;
}

export const isExpired = (message: Expiring): boolean => !isBefore(message.around.at, expiryOf(message));
