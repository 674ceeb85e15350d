/** Keeps the record small: what no decision will ask for again is dropped at each save. */
import { isByParcel, isOfStore } from '../events/event-catalogue.ts';
import { isEventTrigger } from '../language/trigger.ts';
import type { Customer, EndedEnrolment, Enrolment, RecentSend } from '../record/customer.ts';
import { ledgerOrder } from '../record/ledger-order.ts';
import type { PendingEvent } from '../record/pending-event.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { addDuration, isBefore } from '../values/civil-time.ts';
import type { Duration } from '../values/duration.ts';
import { liveCarts } from './cart-facts.ts';

/** An ended run stays whole for a day, in case its last message must be sent once more. */
const wholeFor = { hours: 24 };
const maxWhole = 24;
/** Claims are looked for by redeliveries and caps; both are over long before. */
export const sendsFor = { hours: 24 * 14 };
const maxSends = 40;
const maxEnded = 40;
/** Events for the bus stay as long as a redelivery may ask for them. */
const pendingFor = { hours: 24 * 14 };
const maxPending = 16;
/** A cart dies at 30 days; her run may have begun with its last word. */
const cartBarsFor = { days: 60 };
/** For so long the value of an event that `oncePer` counts keeps its run from coming again. */
const keyBarsFor = { days: 400 };

/** The record without what it no longer needs at this moment. */
export function tidied(customer: Customer, around: Surroundings): Customer {
  const fresh = customer.enrolments.filter(
    ({ ended }) => ended && isBefore(around.at, ended.at.add(wholeFor)),
  );
  const whole = new Set(fresh.slice(-maxWhole));
  const enrolments: Enrolment[] = [];
  const ended: EndedEnrolment[] = [...customer.ended];
  for (const enrolment of customer.enrolments) {
    if (!enrolment.ended || whole.has(enrolment)) enrolments.push(enrolment);
    else ended.push(memoryOf(enrolment, enrolment.ended));
  }
  return {
    ...customer,
    enrolments,
    ended: remembered(ended, customer, around),
    sends: withinBounds(customer.sends.filter((send) => isBefore(around.at, send.at.add(sendsFor)))),
    pending: stillPending(customer.pending, around),
    carts: liveCarts(customer.carts, around.at),
  };
}

function memoryOf(enrolment: Enrolment, end: NonNullable<Enrolment['ended']>): EndedEnrolment {
  const { id, scenario, version, key, enteredAt, order, about } = enrolment;
  return { id, scenario, version, key, enteredAt, order, about, at: end.at, because: end.because };
}

/** For `oncePer` the newest of each scenario stays, whatever else there is; of the others the newest that count. */
function remembered(
  ended: readonly EndedEnrolment[],
  customer: Customer,
  around: Surroundings,
): readonly EndedEnrolment[] {
  const newest = new Map<string, EndedEnrolment>();
  for (const entry of ended) {
    if (!barsTheNext(entry, around)) continue;
    const known = newest.get(entry.scenario);
    if (!known || isBefore(known.enteredAt, entry.enteredAt)) newest.set(entry.scenario, entry);
  }
  const barring = new Set(newest.values());
  const others = ended.filter((entry) => !barring.has(entry) && isNeeded(entry, customer, around));
  const kept = new Set(others.slice(-maxEnded));
  return ended.filter((entry) => barring.has(entry) || kept.has(entry));
}

/** For `oncePer` "ever" and `every`. A scenario that this code does not have may ask for either. */
function barsTheNext(entry: EndedEnrolment, around: Surroundings): boolean {
  if (!around.book.has(entry.scenario, entry.version)) return true;
  const { oncePer } = around.book.find(entry.scenario, entry.version).trigger;
  if (oncePer === 'ever') return true;
  return typeof oncePer === 'object' && 'every' in oncePer && isWithin(entry, oncePer.every, around);
}

/** For a goal whose window is open, or because what it counted may come once more. */
function isNeeded(entry: EndedEnrolment, customer: Customer, around: Surroundings): boolean {
  if (!around.book.has(entry.scenario, entry.version)) return true;
  const { goal, trigger } = around.book.find(entry.scenario, entry.version);
  if (goal && entry.because === 'completed' && isWithin(entry, goal.within, around)) return true;
  const { oncePer } = trigger;
  if (oncePer === 'cart') return isWithin(entry, cartBarsFor, around);
  if (typeof oncePer === 'object' && 'key' in oncePer) return isWithin(entry, keyBarsFor, around);
  // A command or a store-wide event comes again with the same key, for as long as it is fresh.
  if (!isEventTrigger(trigger) || isOfStore(trigger.on)) {
    return isWithin(entry, trigger.freshness ?? around.settings.freshness, around);
  }
  return oncePer === 'order' && isByParcel(trigger.on) && ledgerOrder(customer, entry.order) !== undefined;
}

function isWithin(entry: EndedEnrolment, span: Duration, around: Surroundings): boolean {
  // In UTC, with a day to spare for every zone.
  return isBefore(around.at, addDuration(entry.enteredAt, span, 'UTC').add({ hours: 24 }));
}

/** Of too many the oldest go, skipped ones first: they count for no cap. */
function withinBounds(sends: readonly RecentSend[]): readonly RecentSend[] {
  const skipped = sends.filter((send) => send.state === 'skipped');
  const others = sends.filter((send) => send.state !== 'skipped');
  const dropped = new Set([...skipped, ...others].slice(0, Math.max(0, sends.length - maxSends)));
  return sends.filter((send) => !dropped.has(send));
}

/** The newest; each was published as soon as it was saved. */
function stillPending(pending: readonly PendingEvent[], { at }: Surroundings): readonly PendingEvent[] {
  return pending.filter((event) => isBefore(at, event.at.add(pendingFor))).slice(-maxPending);
}
