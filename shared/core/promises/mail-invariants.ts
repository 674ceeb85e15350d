/** What must hold at the moment a mail goes, said once more and in other words than where it is decided. */
import { beginsAnOrder, isAboutOrder } from '../events/event-catalogue.ts';
import { pendingTopics } from '../facts/consent-confirmation.ts';
import { parcelEntry, parcelOf } from '../facts/orders/parcel.ts';
import type { Scenario } from '../language/scenario.ts';
import type { Brakes, Trip } from '../record/brakes.ts';
import type { ConsentState, Customer, Enrolment } from '../record/customer.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import type { LedgerOrder } from '../record/orders/ledger-entry.ts';
import type { Suppression } from '../record/suppression.ts';
import { addDuration, isBefore } from '../values/civil-time.ts';
import { impliedSource, importedSource } from '../values/consent-source.ts';
import type { Duration } from '../values/duration.ts';
import type { Going } from './going.ts';
import type { Invariant } from './invariant.ts';
import { brokenByLetters } from './letter-invariants.ts';
import { isPastReader } from './past-reader.ts';

/** A timer may be this early: clocks differ. */
const early = { seconds: 60 };

export function brokenByGoing(going: Going): Invariant[] {
  const { scenario, step, enrolment, before, around } = going;
  const { profile } = before;
  const words: Invariant[] = [];
  const isMail = (step.channel ?? 'email') === 'email';
  if (isMail && (!profile.email || profile.undeliverable)) words.push('mail-without-address');
  if (around.brakes && isPaused(around.brakes, going)) words.push('mail-while-paused');
  if (isOrderOver(scenario, before, enrolment)) words.push('mail-after-order-over');
  if (isMail && isPastReader(going)) words.push('mail-past-reader');
  words.push(...brokenByPermission(going));
  words.push(...brokenByTime(going));
  return words;
}

/** Her word on the topic, or else on all. A suppressed address gets nothing; an unsubscribed one no marketing. */
function brokenByPermission({
  scenario,
  step,
  before: { id, consent },
  around: { address },
}: Going): Invariant[] {
  const words: Invariant[] = [];
  const isMail = (step.channel ?? 'email') === 'email';
  if (isMail && address?.all) words.push('mail-to-suppressed');
  if (scenario.kind !== 'marketing') return words;
  const topic = step.topic ?? scenario.topic;
  // No word on everything grants a course: that she asks for by name.
  const ofMail = consent[topic] ?? (topic === 'course' ? undefined : consent.all);
  const { channel } = step;
  const ofChannel =
    channel === 'line' || channel === 'push'
      ? (consent[`${channel}:${topic}`] ?? (topic === 'course' ? undefined : consent[`${channel}:all`]))
      : undefined;
  const word = ofChannel ?? ofMail;
  if (word?.is !== 'granted') words.push('mail-without-consent');
  // What was erased there was another's, where she is known to have come before.
  const came_ns = address?.holders?.[id]?.since?.epochNanoseconds;
  const erased = [address?.erased].filter((stop) => stop && !(came_ns && came_ns < stop.at.epochNanoseconds));
  const stops = [address?.marketing, ...erased];
  if (stops.some((stop) => stop && !isGrantedSince(word, stop))) words.push('mail-to-suppressed');
  return words;
}

/** Only her own word brings her back, no tick box that was left on and no old list; somebody new brings her tick too. */
function isGrantedSince(word: ConsentState | undefined, { because, at }: Suppression): boolean {
  const isTick = word?.source === impliedSource && because !== 'erased';
  const isStatement = !isTick && word?.source.split(':')[0] !== importedSource;
  return word?.is === 'granted' && isStatement && isBefore(at, word.at);
}

/** A pause with an end stands until then; the breaker's has none. */
function isPaused(
  { paused, pauses, breaker, others }: Brakes,
  { scenario: { id, kind, trigger }, enrolment: { key }, before, around: { at } }: Going,
): boolean {
  const stands = (what: string, trip?: Trip) => {
    const end = pauses?.[what]?.until;
    return trip !== undefined || end === undefined || at.epochNanoseconds < end.epochNanoseconds;
  };
  if (paused.all && stands('all')) return true;
  if ([id, `${id}/${key}`].some((what) => paused.scenarios.includes(what) && stands(what))) return true;
  if (kind === 'marketing') return paused.marketing && stands('marketing', breaker);
  const isQuestion = 'when' in trigger && trigger.segment === 'unconfirmed';
  const hasOrdered = before.orders.length + before.lifecycle.orders > 0;
  const isStranger = !hasOrdered && pendingTopics(before.consent).length > 0;
  const lane = isQuestion || isStranger ? 'unconfirmed' : 'transactional';
  return paused[lane] === true && stands(lane, others?.[lane]?.breaker);
}

/**
 * An exit rule about the enrolment's own order, whose event the ledger holds. A rule with a filter is not asked: the ledger
 * does not know what the event said. Nor is the event that lets in: it was there when the enrolment began. What became of
 * another parcel than the enrolment's own does not count.
 */
function isOrderOver(scenario: Scenario, before: Customer, { order, event }: Enrolment): boolean {
  const entry = order === undefined ? undefined : before.orders.find(({ id }) => id === order);
  if (!entry) return false;
  if (isStoryOfUndone(scenario, entry)) return true;
  return (scenario.exitOn ?? []).some((rule) => {
    if (typeof rule !== 'string' && !('on' in rule)) return false;
    const { on, filter, same } = typeof rule === 'string' ? { on: rule } : rule;
    const ofOwnOrder = (same ?? (isAboutOrder(on) && !beginsAnOrder(on) ? 'order' : 'customer')) === 'order';
    if (!ofOwnOrder || filter || ('on' in scenario.trigger && on === scenario.trigger.on)) return false;
    const parcel = parcelOf(event);
    const own = parcel === undefined ? `${on}:` : parcelEntry(on, parcel);
    return entry.seen.some((word) => word === on || word.startsWith(own));
  });
}

/** Marketing about an order that was cancelled, or told to be paid back or returned as a whole, and did not begin with that. */
function isStoryOfUndone({ kind, trigger }: Scenario, { seen, undone }: LedgerOrder): boolean {
  if (kind === 'transactional') return false;
  const isTrouble = 'on' in trigger && /Cancelled|Returned|Refunded|Exchanged|Failed/.test(trigger.on);
  const isBack = undone === 'refunded' || (undone === 'returned' && !seen.includes('OrderExchanged'));
  return !isTrouble && (seen.includes('OrderCancelled') || isBack);
}

/** Not before it is due, not after it has expired, not at night, not too many. */
function brokenByTime(going: Going): Invariant[] {
  const { claim, enrolment, scenario, step, before, around } = going;
  const { at, settings } = around;
  const words: Invariant[] = [];
  const soon = at.add(early);
  const isEarly = isBefore(soon, claim.since) || (claim.state !== 'resent' && isBefore(soon, enrolment.due));
  if (isEarly) words.push('mail-too-early');
  if (!settings) return words;
  const zone = before.profile.timeZone ?? settings.timeZone;
  const span = longestLife(going, settings);
  if (!isBefore(at, addDuration(claim.since, span, zone))) words.push('mail-too-late');
  if (scenario.kind === 'transactional') return words;
  const wall = at.toZonedDateTimeISO(zone);
  const pause = before.wishes?.pausedUntil;
  if (pause && isBefore(at, pause)) words.push('mail-while-resting');
  if (isQuiet(wall.toPlainTime().toString(), settings, step.channel)) words.push('mail-in-quiet-hours');

  words.push(...brokenByLetters(going, wall, settings));
  return words;
}

/** Its own word; else, of what no moment binds, as long as the contact policy may be patient. */
function longestLife({ scenario, step }: Going, { expiry, patience }: EngineSettings): Duration {
  const isBound = step.before !== undefined || step.coupon !== undefined || scenario.priority === 'cart';
  const usual = isBound ? expiry.marketing : (patience ?? expiry.marketing);
  const ofMarketing = step.patience ?? usual;
  return step.expiry ?? (scenario.kind === 'marketing' ? ofMarketing : expiry.transactional);
}

/** "hh:mm" and "hh:mm:ss" compare as text. Equal ends are never quiet. */
function isQuiet(time: string, settings: EngineSettings, channel: string | undefined): boolean {
  const own = Object.entries(settings.quietHoursOf ?? {}).find(([name]) => name === channel)?.[1];
  const hours = own === undefined ? settings.quietHours : own;
  if (!hours) return false;
  const { from, to } = hours;
  return from <= to ? time >= from && time < to : time >= from || time < to;
}
