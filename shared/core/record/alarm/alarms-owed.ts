/** What is owed for a customer's alarms: after a save, and wherever a message comes again. */
import type { Temporal } from 'temporal-polyfill';
import type { LookMessage, TimerMessage } from '../../events/lane-message.ts';
import { isBefore } from '../../values/civil-time.ts';
import { type Lane, lanes } from '../../values/lane.ts';
import { minuteOf, upToMinute } from '../../values/minute.ts';
import type { Customer } from '../customer.ts';
import type { ArmAlarm, ArmTimer, DisarmAlarm } from '../effect.ts';
import { nameOfAlarm, takenBack } from './alarm-names.ts';
import { isNear, nextMinute, waitingIn } from './alarms.ts';
import { isOver, type Rings, rungAlarm } from './rung-alarm.ts';

type Instant = Temporal.Instant;

/** A message of a lane as a whole, which may come back by itself. */
type Comes = Rings & (TimerMessage | LookMessage);

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
 * What a save owes for its alarms: the schedules it named, those it took back, and in place of one that rings or was lost whatever is due
 * nearby in that lane; else who dozed there and does not doze on.
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
    const isOwed = rung || isOver(known, at, rung);
    const near = nearIn(saved, lane, at).filter((waiting) => isOwed || dozedBeyond(before, waiting));
    const isNew = armed && !known?.equals(armed);
    return isNew ? [...near, ...armAlarm(saved, lane, armed)] : near;
  });
  return [...arms, ...takenBack(before, saved)];
}

/** True where the alarm was to come at another moment: of who dozed until then no message lies in the lane. */
function dozedBeyond(before: Customer | undefined, { message, due }: ArmTimer): boolean {
  if (message.kind !== 'timer') return false;
  const doze = before?.enrolments.find(({ id }) => id === message.enrolment)?.doze;
  return doze !== undefined && !doze.until.equals(due);
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
