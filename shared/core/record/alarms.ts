/**
 * One alarm for each customer and lane: the minute of the one schedule that stands for all that waits there. It is armed
 * for an earlier moment only; a later due costs nothing until the alarm rings and arms what is next.
 */
import type { Temporal } from 'temporal-polyfill';
import type { LookMessage, TimerMessage } from '../events/lane-message.ts';
import { isBefore } from '../values/civil-time.ts';
import { alarmName } from '../values/ids.ts';
import { type Lane, laneHolds_s, lanes } from '../values/lane.ts';
import { instantOfMinute, minuteOf, upToMinute } from '../values/minute.ts';
import type { Customer, Enrolment } from './customer.ts';
import type { ArmAlarm, ArmTimer } from './effect.ts';
import { isAwake, timerOf, timerOfLook } from './timer-effect.ts';

type Instant = Temporal.Instant;

/** What is due within the longest delay of its lane goes straight into it and touches no alarm. */
const nearby = { seconds: laneHolds_s };
/** So many schedules that were passed by are remembered; one more rings, finds nothing to do and is gone. */
const mostPassed = 8;
/** An alarm may ring a minute early, as a run may be decided; its own minute is rounded up, and clocks differ. */
const early = { seconds: 150 };

const isNear = ({ due }: Pick<ArmTimer, 'due'>, at: Instant): boolean => !isBefore(at.add(nearby), due);

/** What of a message says by which alarm it comes, and for whom; one without an enrolment is a look. */
export interface Rings {
  readonly alarm?: number | undefined;
  readonly enrolment?: string;
}

/** A message of a lane as a whole, which may come back by itself. */
type Comes = Rings & (TimerMessage | LookMessage);

/** The alarm a message came from, if its minute has come: one that was put off by a busy scheduler has not rung yet. */
export function rungAlarm({ alarm }: Rings, at: Instant): Instant | undefined {
  if (alarm === undefined) return undefined;
  const minute = instantOfMinute(alarm);
  return isBefore(at.add(early), minute) ? undefined : minute;
}

/** True for the message of an alarm that a busy scheduler put off: the alarm is not armed yet, whatever else comes of it. */
export function isPutOff(message: Rings, at: Instant): boolean {
  return message.alarm !== undefined && rungAlarm(message, at) === undefined;
}

/** All that waits in a lane, the earliest due first; who sleeps waits for nothing. */
function waitingIn(customer: Customer, lane: Lane): ArmTimer[] {
  const runs = customer.enrolments
    .filter((enrolment) => isAwake(enrolment) && enrolment.lane === lane)
    .map((enrolment) => timerOf(customer, enrolment));
  const look = lane === 'marketing' ? timerOfLook(customer) : undefined;
  return (look ? [...runs, look] : runs).toSorted(
    (a, b) => a.due.epochMilliseconds - b.due.epochMilliseconds,
  );
}

/**
 * The record with the alarms that must stand once it is saved.
 *
 * @param rung the alarm that is being handled: it stands no longer
 */
export function withAlarms(customer: Customer, at: Instant, rung?: Instant): Customer {
  const known = customer.alarms;
  const [transactional, marketing] = lanes.map((lane) => alarmFor(customer, lane, at, rung));
  if (isSame(known?.transactional, transactional) && isSame(known?.marketing, marketing)) return customer;
  const now = [transactional, marketing];
  const passed = [...(known?.passed ?? []), known?.transactional, known?.marketing].filter(
    (minute): minute is Instant =>
      minute !== undefined && isBefore(at, minute) && !now.some((other) => isSame(other, minute)),
  );
  const isNone = !transactional && !marketing && passed.length === 0;
  const alarms = {
    ...(transactional && { transactional }),
    ...(marketing && { marketing }),
    ...(passed.length > 0 && { passed: passed.slice(-mostPassed) }),
  };
  return { ...customer, alarms: isNone ? undefined : alarms };
}

const isSame = (a: Instant | undefined, b: Instant | undefined) =>
  a === b || (a && b && a.equals(b)) === true;

function alarmFor(
  customer: Customer,
  lane: Lane,
  at: Instant,
  rung: Instant | undefined,
): Instant | undefined {
  const next = nextMinute(customer, lane, at);
  const standing = standingAlarm(customer, lane, at, rung);
  if (standing && (!next || !isBefore(next, standing))) return standing;
  return next;
}

/** The earliest minute at which something is due that its lane does not hold. */
function nextMinute(customer: Customer, lane: Lane, at: Instant): Instant | undefined {
  const first = waitingIn(customer, lane).find((waiting) => !isNear(waiting, at));
  return first && upToMinute(first.due);
}

function standingAlarm(
  { alarms }: Customer,
  lane: Lane,
  at: Instant,
  rung: Instant | undefined,
): Instant | undefined {
  const armed = alarms?.[lane];
  return isOver(armed, at, rung) ? undefined : armed;
}

/** True where the alarm of the lane is still to ring for what is due: it puts that into the lane. */
export function isStoodFor({ alarms }: Customer, { lane, due }: Enrolment, at: Instant): boolean {
  const armed = alarms?.[lane];
  return armed !== undefined && isBefore(at, armed) && !isBefore(upToMinute(due), armed);
}

/** The schedule of one alarm, with the message of what is next by then. */
function armAlarm(
  customer: Customer,
  lane: Lane,
  minute: Instant,
  askedBy?: ArmAlarm['askedBy'],
): ArmAlarm[] {
  const waiting = waitingIn(customer, lane);
  const next = waiting.find(({ due }) => !isBefore(upToMinute(due), minute)) ?? waiting.at(-1);
  if (!next) return [];
  const { store, id } = customer;
  const alarm = minuteOf(minute);
  const name = alarmName({ store, customer: id, lane, minute: alarm });
  const asked = askedBy && { askedBy };
  return [{ do: 'alarm', name, due: minute, lane, message: { ...next.message, alarm }, ...asked }];
}

/**
 * True for an alarm that rings right now, by any clock, or whose minute is past: it may have been lost, or found its
 * message settled and named no other. At worst its own message is a moment behind, and finds its work done.
 */
function isOver(armed: Instant | undefined, at: Instant, rung: Instant | undefined): boolean {
  if (!armed) return false;
  return rung?.equals(armed) === true || !isBefore(at.add(early), armed);
}

/**
 * What a save owes for its alarms: the schedules it named, and in place of one that rings or was lost whatever is due
 * nearby in that lane.
 *
 * @param before the record as it was loaded
 * @param saved what was stored in its place
 */
export function alarmsSaved(
  before: Customer | undefined,
  saved: Customer,
  at: Instant,
  rung?: Instant,
): (ArmAlarm | ArmTimer)[] {
  return lanes.flatMap((lane) => {
    const [known, armed] = [before?.alarms?.[lane], saved.alarms?.[lane]];
    const near = rung || isOver(known, at, rung) ? nearIn(saved, lane, at) : [];
    const isNew = armed && !known?.equals(armed);
    return isNew ? [...near, ...armAlarm(saved, lane, armed)] : near;
  });
}

/**
 * What a repeat owes, and an alarm that finds its own message settled: the record's alarms once more, and where one is
 * over, what is due nearby and the earliest beyond. Nothing of it needs a save.
 *
 * @param message the message of a lane that owes it. One that a busy scheduler put off stands for its own lane's alarm:
 * were it to ask for the other's as well, it would come back as two, and those as four.
 */
export function alarmsAgain(
  customer: Customer,
  at: Instant,
  message: Rings | Comes = {},
): (ArmAlarm | ArmTimer)[] {
  const rung = rungAlarm(message, at);
  const askedBy = 'kind' in message && message.alarm === undefined ? message : undefined;
  return lanesOwed(customer, message, rung).flatMap((lane) => {
    const armed = customer.alarms?.[lane];
    // Of many that come again each would bring all its neighbours, were an alarm over for them before its minute.
    const over = askedBy ? isPast(armed, at) : isOver(armed, at, rung);
    // A save in between may have named another alarm, and died before it put what is nearby into the lane.
    const near = rung || over ? nearIn(customer, lane, at) : [];
    const next = (over ? undefined : armed) ?? nextMinute(customer, lane, at);
    return next ? [...near, ...armAlarm(customer, lane, next, askedBy)] : near;
  });
}

const isPast = (armed: Instant | undefined, at: Instant): boolean =>
  armed !== undefined && !isBefore(at, armed);

function lanesOwed({ enrolments }: Customer, message: Rings, rung: Instant | undefined): readonly Lane[] {
  if (message.alarm === undefined || rung) return lanes;
  if (message.enrolment === undefined) return ['marketing'];
  const lane = enrolments.find(({ id }) => id === message.enrolment)?.lane;
  return lane ? [lane] : lanes;
}

/** Everything that must be armed where nothing is known of what still is: after a restore, or a lost group of schedules. */
export function alarmsAnew(customer: Customer, at: Instant): (ArmAlarm | ArmTimer)[] {
  return [...lanes.flatMap((lane) => nearIn(customer, lane, at)), ...alarmsAgain(customer, at)];
}

/**
 * What is overdue, lane by lane, for whoever finds that an alarm never rang: the first of each lane says that it comes in
 * the place of the alarm, so that what is next is armed.
 */
export function overdueIn(customer: Customer, at: Instant): ArmTimer[] {
  return lanes.flatMap((lane) => {
    const [first, ...others] = waitingIn(customer, lane).filter(({ due }) => isBefore(due, at));
    if (!first) return [];
    const armed = customer.alarms?.[lane];
    if (armed && isBefore(at, armed)) return [first, ...others];
    const alarm = minuteOf(armed ?? upToMinute(first.due));
    return [{ ...first, message: { ...first.message, alarm } }, ...others];
  });
}

const nearIn = (customer: Customer, lane: Lane, at: Instant) =>
  waitingIn(customer, lane).filter((waiting) => isNear(waiting, at));
