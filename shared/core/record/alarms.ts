/**
 * One alarm for each customer and lane: the minute of the one schedule that stands for all that waits there. A save that needs it
 * earlier arms another, and one after which nothing is due for a while beyond it takes it back.
 */
import type { Temporal } from 'temporal-polyfill';
import type { LookMessage, TimerMessage } from '../events/lane-message.ts';
import { isBefore } from '../values/civil-time.ts';
import { type Lane, laneHolds_s, lanes } from '../values/lane.ts';
import { minuteOf, upToMinute } from '../values/minute.ts';
import { nameOfAlarm, takenBack, turnsAfter } from './alarm-names.ts';
import type { Customer, Enrolment } from './customer.ts';
import type { ArmAlarm, ArmTimer, DisarmAlarm } from './effect.ts';
import { type Rings, ringsEarly, rungAlarm } from './rung-alarm.ts';
import { isAwake, timerOf, timerOfLook } from './timer-effect.ts';

type Instant = Temporal.Instant;

/** What is due within the longest delay of its lane goes straight into it and touches no alarm. */
const nearby = { seconds: laneHolds_s };
/** So many schedules that were passed by are remembered; one more rings, finds nothing to do and is gone. */
const mostPassed = 8;
/** For less than this an alarm is not put off: it rings, and arms what is next. */
const worthwhile = { minutes: 5 };

const isNear = ({ due }: Pick<ArmTimer, 'due'>, at: Instant): boolean => !isBefore(at.add(nearby), due);

/** A message of a lane as a whole, which may come back by itself. */
type Comes = Rings & (TimerMessage | LookMessage);

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
 * @param later `kept`: nobody would take away what is put off, so that it rings
 */
export function withAlarms(
  customer: Customer,
  at: Instant,
  rung?: Instant,
  later: 'taken back' | 'kept' = 'taken back',
): Customer {
  const known = customer.alarms;
  const [transactional, marketing] = lanes.map((lane) => alarmFor(customer, lane, { at, rung, later }));
  if (isSame(known?.transactional, transactional) && isSame(known?.marketing, marketing)) return customer;
  const now = [transactional, marketing];
  const off = lanes.filter((lane, n) => {
    const [standing, next] = [standingAlarm(customer, lane, at, rung), now[n]];
    return standing !== undefined && (next === undefined || isBefore(standing, next));
  });
  const by = lanes.filter((lane) => !off.includes(lane)).map((lane) => known?.[lane]);
  const passed = [...(known?.passed ?? []), ...by].filter(
    (minute): minute is Instant =>
      minute !== undefined && isBefore(at, minute) && !now.some((other) => isSame(other, minute)),
  );
  const turns = turnsAfter(known?.turns, off);
  const isNone = !transactional && !marketing && passed.length === 0 && !turns;
  const alarms = {
    ...(transactional && { transactional }),
    ...(marketing && { marketing }),
    ...(passed.length > 0 && { passed: passed.slice(-mostPassed) }),
    ...(turns && { turns }),
  };
  return { ...customer, alarms: isNone ? undefined : alarms };
}

const isSame = (a: Instant | undefined, b: Instant | undefined) =>
  a === b || (a && b && a.equals(b)) === true;

function alarmFor(
  customer: Customer,
  lane: Lane,
  { at, rung, later }: { at: Instant; rung: Instant | undefined; later: 'taken back' | 'kept' },
): Instant | undefined {
  const next = nextMinute(customer, lane, at);
  const standing = standingAlarm(customer, lane, at, rung);
  if (!standing || (next && isBefore(next, standing))) return next;
  return later === 'kept' || isNeeded(customer, lane, at, standing) ? standing : next;
}

/** Something is due by the alarm or soon after it; or so soon that it may be that it stands for. */
function isNeeded(customer: Customer, lane: Lane, at: Instant, alarm: Instant): boolean {
  const [first] = waitingIn(customer, lane);
  return first !== undefined && (isNear(first, at) || isBefore(upToMinute(first.due), alarm.add(worthwhile)));
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
  const message = { ...next.message, alarm: minuteOf(minute) };
  const asked = askedBy && { askedBy };
  return [{ do: 'alarm', name: nameOfAlarm(customer, lane, minute), due: minute, lane, message, ...asked }];
}

/**
 * True for an alarm that rings right now, by any clock, or whose minute is past: it may have been lost, or found its
 * message settled and named no other. At worst its own message is a moment behind, and finds its work done.
 */
function isOver(armed: Instant | undefined, at: Instant, rung: Instant | undefined): boolean {
  if (!armed) return false;
  return rung?.equals(armed) === true || !isBefore(at.add(ringsEarly), armed);
}

/**
 * What a save owes for its alarms: the schedules it named, those it took back, and in place of one that rings or was lost whatever is due
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
): (ArmAlarm | ArmTimer | DisarmAlarm)[] {
  const arms = lanes.flatMap((lane) => {
    const [known, armed] = [before?.alarms?.[lane], saved.alarms?.[lane]];
    const near = rung || isOver(known, at, rung) ? nearIn(saved, lane, at) : [];
    const isNew = armed && !known?.equals(armed);
    return isNew ? [...near, ...armAlarm(saved, lane, armed)] : near;
  });
  return [...arms, ...takenBack(before, saved)];
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
