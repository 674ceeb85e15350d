/** What the record remembers of ended enrolments, and until when: nothing is let go of by its place in the list. */
import { Temporal } from 'temporal-polyfill';
import { isByParcel, isByRefund, isOfStore } from '../events/event-catalogue.ts';
import type { Scenario } from '../language/scenario.ts';
import { isEventTrigger } from '../language/trigger.ts';
import type { Customer, EndedEnrolment, Enrolment } from '../record/customer.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { isBefore, latest } from '../values/civil-time.ts';
import { type Duration, spanOf_ms } from '../values/duration.ts';

type Instant = Temporal.Instant;

/** Beside what `oncePer` "ever" and `every` ask for, which is one memory for each scenario. */
const maxOthers = 40;
/** Beside those, order mail whose event may come once more while it is fresh: by it alone a burst is known again. */
const maxFresh = 160;
/** A cart dies at 30 days; her run may have begun with its last word. */
const cartBarsFor = { days: 60 };
/** For so long the value of an event that `oncePer` counts keeps its run from coming again. */
const keyBarsFor = { days: 400 };
const aDay_ms = 24 * 3_600_000;

export function memoryOf(enrolment: Enrolment, end: NonNullable<Enrolment['ended']>): EndedEnrolment {
  const { id, scenario, version, key, enteredAt, order, about } = enrolment;
  return { id, scenario, version, key, enteredAt, order, about, at: end.at, because: end.because };
}

/**
 * For `oncePer` "ever" and `every` the newest of each scenario, whatever else there is; of the others those that may still
 * be asked for. Of too many those go that are over soonest.
 */
export function remembered(
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
  const others = ended
    .filter((entry) => !barring.has(entry))
    .map((entry) => ({ entry, until: neededUntil(entry, customer, around) }))
    .filter(({ until }) => until !== undefined && isBefore(around.at, until));
  const longest = others.toSorted((a, b) =>
    Temporal.Instant.compare(b.until ?? around.at, a.until ?? around.at),
  );
  const fresh = longest.slice(maxOthers).filter(({ entry }) => isFreshOrderMail(entry, around));
  const kept = new Set(
    [...longest.slice(0, maxOthers), ...fresh.slice(0, maxFresh)].map(({ entry }) => entry),
  );
  return ended.filter((entry) => barring.has(entry) || kept.has(entry));
}

function isFreshOrderMail(entry: EndedEnrolment, { at, book, settings }: Surroundings): boolean {
  if (!book.has(entry.scenario, entry.version)) return false;
  const { kind, trigger } = book.find(entry.scenario, entry.version);
  return kind === 'transactional' && isBefore(at, after(entry, trigger.freshness ?? settings.freshness));
}

/** True for a run that nothing remembers any more, though no save has let go of it yet: it bars nobody. */
export function isForgotten(
  run: Enrolment | EndedEnrolment,
  customer: Customer,
  around: Surroundings,
): boolean {
  const memory = 'at' in run ? run : run.ended && memoryOf(run, run.ended);
  if (!memory || isBefore(around.at, memory.at.add({ milliseconds: aDay_ms }))) return false;
  return remembered([memory], customer, around).length === 0;
}

/** For `oncePer` "ever" and `every`. A scenario that this code does not have may ask for either. */
function barsTheNext(entry: EndedEnrolment, around: Surroundings): boolean {
  if (!around.book.has(entry.scenario, entry.version)) return true;
  const { oncePer } = around.book.find(entry.scenario, entry.version).trigger;
  if (oncePer === 'ever') return true;
  return (
    typeof oncePer === 'object' && 'every' in oncePer && isBefore(around.at, after(entry, oncePer.every))
  );
}

/** For a goal whose window is open, or because what it counted may come once more; undefined where neither is so. */
function neededUntil(entry: EndedEnrolment, customer: Customer, around: Surroundings): Instant | undefined {
  // What this code does not know may be asked for as long as anything.
  if (!around.book.has(entry.scenario, entry.version)) return after({ enteredAt: around.at }, keyBarsFor);
  const scenario = around.book.find(entry.scenario, entry.version);
  const { goal } = scenario;
  const bars = barsUntil(entry, scenario, customer, around);
  if (!goal || entry.because !== 'completed') return bars;
  return latest(bars, after(entry, goal.within));
}

function barsUntil(
  entry: EndedEnrolment,
  { trigger }: Scenario,
  customer: Customer,
  { at, settings }: Surroundings,
): Instant | undefined {
  const { oncePer } = trigger;
  const fresh = () => after(entry, trigger.freshness ?? settings.freshness);
  if (oncePer === 'cart') return after(entry, cartBarsFor);
  const isInLedger = ledgerOrder(customer, entry.order) !== undefined;
  const isParcel = isEventTrigger(trigger) && isByParcel(trigger.on);
  if (typeof oncePer === 'object' && 'key' in oncePer) {
    const path = oncePer.key.replace(/^event\./, '');
    // An event is known by its own identity: the memory speaks only where that was forgotten while the event is fresh.
    const isOwnIdentity = path === 'eventId' || (path === 'shipment.id' && isParcel && isInLedger);
    return isOwnIdentity ? fresh() : after(entry, keyBarsFor);
  }
  // A command or a store-wide event comes again with the same key, for as long as it is fresh.
  const isByWord = entry.order === undefined && oncePer === 'order';
  if (!isEventTrigger(trigger) || isOfStore(trigger.on) || isByWord) return fresh();
  // Each parcel of an order, and each refund, is an event of its own, for as long as the order is known.
  const comesInParts = isByParcel(trigger.on) || isByRefund(trigger.on);
  return oncePer === 'order' && comesInParts && isInLedger ? after({ enteredAt: at }, keyBarsFor) : undefined;
}

/** In UTC, with a day to spare for every zone. */
function after({ enteredAt }: Pick<EndedEnrolment, 'enteredAt'>, span: Duration): Instant {
  return enteredAt.add({ milliseconds: spanOf_ms(span) + aDay_ms });
}
