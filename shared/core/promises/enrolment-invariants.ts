/** The enrolments of a customer from one save to the next: none is lost, comes back, stands double or loses its timer. */
import type { Temporal } from 'temporal-polyfill';
import type { ScenarioBook } from '../language/scenario-book.ts';
import { wakesAt } from '../record/alarm/timer-effect.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { Waking } from '../record/sweep-moment.ts';
import { isBefore } from '../values/civil-time.ts';
import { type AroundSave, type Broken, broken } from './invariant.ts';

const sweptAfter = { minutes: 15 };
/** The longest delay of a message. */
const queueHolds = { minutes: 15 };

export function brokenByEnrolments(
  before: Customer | undefined,
  after: Customer,
  { at, book, waking }: AroundSave,
): Broken[] {
  const found: Broken[] = [];
  for (const enrolment of after.enrolments) {
    const known = before?.enrolments.find(({ id }) => id === enrolment.id);
    if (known === enrolment) continue;
    if (!enrolment.ended && !enrolment.due) found.push(broken('run-without-due', enrolment.id));
    if (after.enrolments.some((other) => other !== enrolment && other.id === enrolment.id)) {
      found.push(broken('entered-twice', enrolment.id));
    }
    if (known) found.push(...brokenByMove(known, enrolment, before as Customer, after));
    else found.push(...brokenByEntry(enrolment, before, after, book));
  }
  for (const { id, ended, asleep } of before?.enrolments ?? []) {
    // Who slept may have come to an end so long ago that nothing asks for it any more.
    if (ended || asleep || after.enrolments.some((enrolment) => enrolment.id === id)) continue;
    if (!after.ended.some((enrolment) => enrolment.id === id)) found.push(broken('run-lost', id));
  }
  if (waking && isOutOfSight(after, waking, at)) found.push(broken('run-out-of-sight'));
  if (waking) found.push(...withoutAlarm(after, at));
  return found;
}

function brokenByMove(known: Enrolment, enrolment: Enrolment, before: Customer, after: Customer): Broken[] {
  const found: Broken[] = [];
  if (enrolment.arm < known.arm) found.push(broken('arm-fell', enrolment.id));
  if (enrolment.ended || !enrolment.due) return found;
  const moved = known.ended || enrolment.step !== known.step || !enrolment.due.equals(known.due);
  if (moved && enrolment.arm === known.arm) found.push(broken('moved-without-arm', enrolment.id));
  if (known.ended && !isTakenBack(known, before, after))
    found.push(broken('ended-run-reopened', enrolment.id));
  return found;
}

/** An enrolment that had walked on to its end after a claim comes back with that claim, where the mail was refused. */
function isTakenBack(known: Enrolment, before: Customer, after: Customer): boolean {
  if (known.ended?.because !== 'completed' && known.ended?.because !== 'exit-step') return false;
  return before.sends.some(
    (claim) =>
      claim.enrolment === known.id &&
      claim.state === 'claimed' &&
      !after.sends.some(({ touchpoint, state }) => touchpoint === claim.touchpoint && state !== 'skipped'),
  );
}

/** An enrolment that was not there before. */
function brokenByEntry(
  enrolment: Enrolment,
  before: Customer | undefined,
  after: Customer,
  book: ScenarioBook | undefined,
): Broken[] {
  if (before?.ended.some(({ id }) => id === enrolment.id))
    return [broken('ended-run-reopened', enrolment.id)];
  if (!book?.has(enrolment.scenario, enrolment.version)) return [];
  const { trigger } = book.find(enrolment.scenario, enrolment.version);
  const others = [...after.ended, ...after.enrolments].filter(
    (other) => other.id !== enrolment.id && other.scenario === enrolment.scenario,
  );
  const wasThere = (id: string) => before?.enrolments.some((other) => other.id === id);
  const isTwice = others.some(({ id, key, enteredAt }) => {
    if (trigger.oncePer === 'order') return key === enrolment.key;
    if (typeof trigger.oncePer === 'object' && 'key' in trigger.oncePer) return key === enrolment.key;
    if (trigger.oncePer === 'cart') return key === enrolment.key;
    return trigger.oncePer === 'ever' && (wasThere(id) || !isBefore(enrolment.enteredAt, enteredAt));
  });
  const found: Broken[] = isTwice ? [broken('entered-twice', enrolment.id)] : [];
  const isOpenBeside = after.enrolments.some(
    (other) => other !== enrolment && other.scenario === enrolment.scenario && !other.ended,
  );
  if (trigger.whileRunning !== 'parallel' && !enrolment.ended && isOpenBeside) {
    found.push(broken('two-runs-of-one-story', enrolment.id));
  }
  return found;
}

/** Whatever is due later than a queue can hold it back needs an alarm of its lane, by the minute it is due in. */
function withoutAlarm({ enrolments, alarms }: Customer, at: Temporal.Instant): Broken[] {
  return enrolments
    .filter((enrolment) => {
      if (!isBeyondQueue(enrolment, at)) return false;
      const alarm = alarms?.[enrolment.lane];
      return !alarm || !isBefore(at, alarm) || !isBefore(alarm, wakesAt(enrolment).add({ minutes: 1 }));
    })
    .map(({ id }) => broken('run-without-alarm', id));
}

const isBeyondQueue = (enrolment: Enrolment, at: Temporal.Instant) => {
  const { ended, asleep, due } = enrolment;
  return !ended && !asleep && due !== undefined && isBefore(at.add(queueHolds), wakesAt(enrolment));
};

/** The scan must know the earliest due of all, the index that of order mail which waits for an alarm. */
function isOutOfSight(after: Customer, { any, transactional }: Waking, at: Temporal.Instant): boolean {
  const open = after.enrolments.filter(({ ended, asleep, due }) => !ended && !asleep && due);
  const armed = open.filter(
    (enrolment) => enrolment.lane === 'transactional' && isBeyondQueue(enrolment, at),
  );
  return isLate(open, any) || isLate(armed, transactional);
}

function isLate(waiting: readonly Enrolment[], asked: Temporal.Instant | undefined): boolean {
  return waiting.some((enrolment) => !asked || isBefore(wakesAt(enrolment).add(sweptAfter), asked));
}
