/** Keeps the record small: what no decision will ask for again is dropped at each save. */
import type { Customer, EndedEnrolment, Enrolment } from '../record/customer.ts';
import { monthsOfYear } from '../record/orders/orders-by-month.ts';
import type { PendingEvent } from '../record/pending-event.ts';
import type { RecentSend } from '../record/recent-send.ts';
import type { Surroundings } from '../record/surroundings.ts';
import type { WaitingEntry } from '../record/waiting-state.ts';
import { isBefore } from '../values/civil-time.ts';
import { liveCarts } from './cart-facts.ts';
import { memoryOf, remembered } from './ended-memory.ts';
import { withLettersOf } from './letters.ts';
import { thinned } from './orders/old-orders.ts';
import { withoutShown } from './product-sign-facts.ts';
import { isInDoubt, sendsKept } from './recent-sends.ts';
import { forgetsNames } from './run-names.ts';
import { stillSeen } from './seen-ring.ts';

/** An ended run stays whole for a day, in case its last message must be sent once more. */
const wholeFor = { hours: 24 };
const maxWhole = 24;
/** Events for the bus stay as long as a redelivery may ask for them. */
const pendingFor = { hours: 24 * 14 };
const maxPending = 16;
/** What was saved so lately may not be on the bus yet: its message comes again and puts it there. */
const unpublishedFor = { hours: 1 };
const maxUnpublished = 64;
/** An entry waits for no longer than the longest wait there is. */
const waitsFor = { hours: 24 * 400 };

/** The record without what it no longer needs at this moment. */
export function tidied(customer: Customer, around: Surroundings): Customer {
  const sends = sendsKept(customer.sends, around.at);
  const whole = stillWhole(customer.enrolments, sends, around);
  const enrolments: Enrolment[] = [];
  const ended: EndedEnrolment[] = [...customer.ended];
  for (const enrolment of customer.enrolments) {
    if (!enrolment.ended || whole.has(enrolment)) enrolments.push(enrolment);
    else ended.push(memoryOf(enrolment, enrolment.ended));
  }
  const memory = remembered(ended, customer, around);
  const gone = ended.filter((run) => !memory.includes(run));
  return {
    ...customer,
    enrolments,
    ended: memory,
    ...(!customer.forgot && forgetsNames(gone, around) && { forgot: true }),
    orders: thinned(customer, around),
    months: monthsOfYear(customer.months, around.at),
    views: withoutShown(customer),
    ...(customer.waiting && { waiting: stillWaiting(customer.waiting, around) }),
    sends,
    ...withLettersOf(customer, sends, around),
    seen: stillSeen(customer.seen, around),
    pending: stillPending(customer.pending, around),
    carts: liveCarts(customer.carts, around.at),
  };
}

/**
 * Of too many the oldest go, first those that claimed nothing: no message of theirs can come back. What ends by this very save stays:
 * it is the save that tells of it. So does what order mail needs that may have to go once more.
 */
function stillWhole(
  enrolments: readonly Enrolment[],
  sends: readonly RecentSend[],
  { at }: Surroundings,
): ReadonlySet<Enrolment> {
  const idsOf = (some: readonly RecentSend[]) => new Set(some.map(({ enrolment }) => enrolment));
  const claimed = idsOf(sends.filter(({ state }) => state !== 'skipped'));
  const fresh = enrolments.filter(({ ended }) => ended && isBefore(at, ended.at.add(wholeFor)));
  if (fresh.length <= maxWhole) return new Set(fresh);
  const inDoubt = idsOf(sends.filter((send) => isInDoubt(send, at)));
  const byNeed = [
    ...fresh.filter(({ id }) => !claimed.has(id)),
    ...fresh.filter(({ id }) => claimed.has(id)),
  ];
  const needed = fresh.filter(({ id, ended }) => inDoubt.has(id) || ended?.at.equals(at));
  return new Set([...byNeed.slice(-maxWhole), ...needed]);
}

function stillWaiting(waiting: readonly WaitingEntry[], { at }: Surroundings): Customer['waiting'] {
  const kept = waiting.filter((entry) => isBefore(at, entry.at.add(waitsFor)));
  return kept.length > 0 ? kept : undefined;
}

/** The newest: each was published as soon as it was saved, but those whose message died behind the save. */
function stillPending(pending: readonly PendingEvent[], { at }: Surroundings): readonly PendingEvent[] {
  const lately = pending.filter((event) => isBefore(at, event.at.add(pendingFor)));
  if (lately.length <= maxPending) return lately;
  const fresh = lately.filter((event) => isBefore(at, event.at.add(unpublishedFor)));
  return lately.slice(-Math.max(maxPending, Math.min(fresh.length, maxUnpublished)));
}
