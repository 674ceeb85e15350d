/** How much marketing one person gets, and when: caps, quiet hours, the space after a hold, and who goes first. */
import type { Temporal } from 'temporal-polyfill';
import type { Customer } from '../record/customer.ts';
import type { SendingSurroundings } from '../record/surroundings.ts';
import { pausedUntil } from '../record/wishes.ts';
import { zoneOf } from '../record/zone.ts';
import type { Because } from '../values/because.ts';
import { isBefore } from '../values/civil-time.ts';
import { capFreeAt, isSpaced, type Weighed, weighedSends } from './caps.ts';
import type { DueMessage } from './due-message.ts';
import { yieldsUntil } from './priority.ts';
import { quietUntil } from './quiet-hours.ts';

type Instant = Temporal.Instant;

/** Why a message waits, and until when. */
export interface Hold {
  readonly because: Because;
  readonly until: Instant;
}

/** Holds of the mail service and of the operator; only those of the contact policy ask for space afterwards. */
const holdsOfContactPolicy: readonly Because[] = ['quiet-hours', 'cap-reached', 'yielded', 'resting'];
/** A message that went this long after its due was held, or late: what was late must not become a burst either. */
const late_minutes = 30;

/** The holds that stand at this moment against a marketing message; none for a transactional one. */
export function contactPolicyHolds(due: DueMessage): Hold[] {
  const { scenario, step, since, customer, enrolment, around } = due;
  if (scenario.kind !== 'marketing') return [];
  const { at, settings } = around;
  const zone = zoneOf(customer, settings);
  const message: Weighed = { topic: step.topic ?? scenario.topic, content: step.content };
  const holds: Hold[] = [];
  const morning = settings.quietHours && quietUntil(at, settings.quietHours, zone);
  if (morning) holds.push({ because: 'quiet-hours', until: morning });
  const free = capFreeAt(message, customer, around, zone);
  if (free) holds.push({ because: 'cap-reached', until: free });
  const pause = pausedUntil(customer, at);
  if (pause) holds.push({ because: 'resting', until: pause });
  const isLate = wasHeld(enrolment?.held) !== undefined || wentLate(since, at);
  const apart = apartUntil(message, customer, around, isLate);
  if (apart) holds.push({ because: wasHeld(enrolment?.held) ?? 'cap-reached', until: apart });
  const turn = yieldsUntil(due, message);
  if (turn) holds.push({ because: 'yielded', until: turn });
  return holds;
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
): Instant | undefined {
  const { settings, at } = around;
  if (!isSpaced(message, settings)) return undefined;
  const last = weighedSends(customer, around).findLast((send) => isSpaced(send, settings));
  if (!last) return undefined;
  if (!isLate && !wentLate(last.since, last.at)) return undefined;
  const until = last.at.add({ hours: settings.hoursApart });
  return isBefore(at, until) ? until : undefined;
}

function wentLate(since: Instant, at: Instant): boolean {
  return !isBefore(at, since.add({ minutes: late_minutes }));
}

function wasHeld(held: Because | undefined): Because | undefined {
  return held && holdsOfContactPolicy.includes(held) ? held : undefined;
}
