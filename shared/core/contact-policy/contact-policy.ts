/** How much marketing one person gets, and when: caps, quiet hours, the space after a hold, offers, and who goes first. */
import type { Temporal } from 'temporal-polyfill';
import { dayNumber } from '../facts/letters.ts';
import type { Customer } from '../record/customer.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import type { SendingSurroundings } from '../record/surroundings.ts';
import { pausedUntil } from '../record/wishes.ts';
import { zoneOf } from '../record/zone.ts';
import { civilDate, civilTarget, isBefore } from '../values/civil-time.ts';
import { capFreeAt, isSpaced, type Weighed, weigh, weighedSends } from './caps.ts';
import type { DueMessage } from './due-message.ts';
import { settlesUntil } from './first-parcel.ts';
import type { Hold } from './hold.ts';
import { isOfContactPolicy } from './hold-words.ts';
import { offerHold } from './offers.ts';
import { yieldsTo } from './places.ts';
import { quietHoursFor, quietUntil } from './quiet-hours.ts';

type Instant = Temporal.Instant;

/** A message is held no more often: then it goes, or never. */
export const maxHolds = 3;
/** A message that went this long after its due was held, or late: what was late must not become a burst either. */
const late_minutes = 30;

/** The holds that stand at this moment against a marketing message; none for a transactional one. */
export function contactPolicyHolds(due: DueMessage): Hold[] {
  const { scenario, step, since, customer, enrolment, around } = due;
  if (scenario.kind !== 'marketing') return [];
  const { at, settings } = around;
  const zone = zoneOf(customer, settings);
  const message = weigh(scenario, step);
  const holds: Hold[] = [];
  const quiet = quietHoursFor(step.channel, settings);
  const morning = quiet && quietUntil(at, quiet, zone);
  if (morning) holds.push({ because: 'quiet-hours', until: morning });
  const free = capFreeAt(message, customer, around, zone);
  if (free) holds.push({ because: 'cap-reached', ...free });
  const pause = pausedUntil(customer, at);
  if (pause) holds.push({ because: 'resting', until: pause });
  const settled = message.letter === 'broadcast' ? settlesUntil(due) : undefined;
  if (settled) holds.push({ because: 'first-parcel', until: settled });
  const offer = offerHold(due);
  if (offer) holds.push(offer);
  const held = isOfContactPolicy(enrolment?.held) ? enrolment?.held : undefined;
  const apart = apartUntil(message, customer, around, held !== undefined || wentLate(since, at));
  if (apart) holds.push({ because: held ?? 'cap-reached', ...apart });
  const turn = yieldsTo(due, message);
  if (turn)
    holds.push({ because: 'yielded', until: theMorningAfter(turn.day, at, settings, zone), by: turn.name });
  return holds;
}

/** Whether the other has gone is known by then. */
function theMorningAfter(day: number, at: Instant, { defaultHour }: EngineSettings, zone: string): Instant {
  return civilTarget(at, day - dayNumber(civilDate(at, zone)) + 1, defaultHour, zone);
}

/** The hold that lasts longest; of two that end together the first. */
export function longest(holds: readonly Hold[]): Hold | undefined {
  return holds.reduce<Hold | undefined>(
    (most, hold) => (most && !isBefore(most.until, hold.until) ? most : hold),
    undefined,
  );
}

/** After a hold or a delay, this one's or the last one's, the space between the two. */
function apartUntil(
  message: Weighed,
  customer: Customer,
  around: SendingSurroundings,
  isLate: boolean,
): Omit<Hold, 'because'> | undefined {
  const { settings, at } = around;
  if (!isSpaced(message, settings) || message.atOnce) return undefined;
  const last = weighedSends(customer, around).findLast((send) => isSpaced(send, settings));
  if (!last) return undefined;
  if (!isLate && !wentLate(last.since, last.at)) return undefined;
  const until = last.at.add({ hours: settings.hoursApart });
  return isBefore(at, until) ? { until, by: `${last.scenario}/${last.step}` } : undefined;
}

function wentLate(since: Instant, at: Instant): boolean {
  return !isBefore(at, since.add({ minutes: late_minutes }));
}
