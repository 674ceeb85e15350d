/**
 * One alarm for each customer and lane: the minute of the one schedule that stands for all that waits there. A save that needs it
 * earlier arms another, and one after which nothing is due for a while beyond it takes it back.
 */
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../values/civil-time.ts';
import { type Lane, laneHolds_s, lanes } from '../../values/lane.ts';
import { upToMinute } from '../../values/minute.ts';
import type { Customer, Enrolment } from '../customer.ts';
import type { ArmTimer } from '../effect.ts';
import { turnsAfter } from './alarm-names.ts';
import { isOver } from './rung-alarm.ts';
import { isAwake, timerOf, timerOfLook } from './timer-effect.ts';

type Instant = Temporal.Instant;

/** What is due within the longest delay of its lane goes straight into it and touches no alarm. */
const nearby = { seconds: laneHolds_s };
/** So many schedules that were passed by are remembered; one more rings, finds nothing to do and is gone. */
const mostPassed = 8;
/** For less than this an alarm is not put off: it rings, and arms what is next. */
const worthwhile = { minutes: 5 };

export const isNear = ({ due }: Pick<ArmTimer, 'due'>, at: Instant): boolean =>
  !isBefore(at.add(nearby), due);

/** All that waits in a lane, the earliest due first; who sleeps waits for nothing. */
export function waitingIn(customer: Customer, lane: Lane): ArmTimer[] {
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
export function nextMinute(customer: Customer, lane: Lane, at: Instant): Instant | undefined {
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
