/**
 * Doze: where all that a timer would do is to begin another wait, none is armed for it. Whoever dozes is walked to the present at
 * the start of each decision about the customer, by the record as it was, and has a timer again for the first due that something may come of.
 */
import type { Temporal } from 'temporal-polyfill';
import { isAwake } from '../../record/alarm/timer-effect.ts';
import type { Customer, Enrolment } from '../../record/customer.ts';
import { withEnrolment } from '../../record/replace-enrolment.ts';
import type { Surroundings } from '../../record/surroundings.ts';
import { isBefore } from '../../values/civil-time.ts';
import { laneHolds_s } from '../../values/lane.ts';
import { advanceByTimer } from '../advance-by-timer.ts';
import { movedVersion } from '../move-version.ts';
import type { AtMessage } from '../walk/walk-message.ts';
import { restingAt } from '../walk/walk-place.ts';

/** So many timers are passed at most; the next one walks on. */
const mostPassed = 8;
/** What is due within this is in its lane by then. */
const nearby = { seconds: laneHolds_s };

/** The record to be saved, with each enrolment that waits dozing or not: to be asked of what nobody sleeps in any more. */
export function withDozes(customer: Customer, around: Surroundings): Customer {
  return withEach(customer, (enrolment) => {
    const doze = dozeOf(customer, enrolment, around);
    return isSame(enrolment.doze, doze) ? enrolment : { ...enrolment, doze };
  });
}

/** The record at `around.at`; the very same one where nobody dozes beyond a due. */
export function dozersAtPresent(customer: Customer, around: Surroundings): Customer {
  return withEach(customer, (enrolment) => {
    let now = enrolment;
    for (let { doze } = now; doze && !isBefore(around.at, now.due); { doze } = now) {
      const next = passed(customer, now, around);
      // Other code than that of the save: its timer decides, by the arm that the one which was armed bears.
      if (!next) return { ...now, arm: now.arm + doze.over, doze: undefined };
      now = { ...next, doze: doze.over > 1 ? { ...doze, over: doze.over - 1 } : undefined };
    }
    return now;
  });
}

function dozeOf(customer: Customer, enrolment: Enrolment, around: Surroundings): Enrolment['doze'] {
  // Who dozes already is in no lane, however near the end of the wait.
  const from = enrolment.doze ? around.at : around.at.add(nearby);
  if (!isAwake(enrolment) || !isBefore(from, enrolment.due)) return undefined;
  let [now, over] = [enrolment, 0];
  for (; over < mostPassed; over += 1) {
    const next = passed(customer, now, around);
    if (!next) break;
    now = next;
  }
  return over === 0 ? undefined : { until: now.due, over };
}

/** The enrolment after its next timer, where that does no more than begin another wait; undefined for all others. */
function passed(customer: Customer, enrolment: Enrolment, around: Surroundings): Enrolment | undefined {
  const { scenario: id, version, context } = enrolment;
  if (context || !around.book.has(id, version)) return undefined;
  const scenario = around.book.find(id, version);
  if (!around.book.reachOf(scenario).get(enrolment.step)?.passes) return undefined;
  const known = withEnrolment(customer, enrolment);
  const now = { ...around, at: enrolment.due };
  if (movedVersion({ customer: known, enrolment }, now)) return undefined;
  let isMessage = false;
  const fired = { scenario, customer: known, enrolment, event: enrolment.event ?? {}, around: now };
  const {
    customer: after,
    effects,
    because,
  } = advanceByTimer(fired, ({ step, place }: AtMessage) => {
    isMessage = true;
    return { became: { rest: restingAt(place.enrolment, step.id, enrolment.due, enrolment.due) } };
  });
  const next = after.enrolments.find((other) => other.id === enrolment.id);
  const isQuiet = !isMessage && because === 'waiting' && effects.every((effect) => effect.do === 'arm');
  if (!isQuiet || !next || next.ended || !isBefore(enrolment.due, next.due)) return undefined;
  return isOtherwiseSame(known, after) ? next : undefined;
}

function isOtherwiseSame({ enrolments: _, ...before }: Customer, after: Customer): boolean {
  return (Object.keys(before) as (keyof typeof before)[]).every((name) => before[name] === after[name]);
}

function isSame(a: Enrolment['doze'], b: Enrolment['doze']): boolean {
  return a === b || (a && b ? a.over === b.over && sameMoment(a.until, b.until) : false);
}

const sameMoment = (a: Temporal.Instant, b: Temporal.Instant) => a.equals(b);

function withEach(customer: Customer, changed: (enrolment: Enrolment) => Enrolment): Customer {
  const enrolments = customer.enrolments.map(changed);
  const isUnchanged = enrolments.every((enrolment, at) => enrolment === customer.enrolments[at]);
  return isUnchanged ? customer : { ...customer, enrolments };
}
