/**
 * Two records of one person become one. First the one that goes gives up its enrolments, then the other takes them over:
 * at no moment do both wait for the same message. Both halves give the same result when they are done again.
 */
import { Temporal } from 'temporal-polyfill';
import { maxEnrolments } from '../enrolments/enter-refusal.ts';
import type { Merge } from '../events/event-merge.ts';
import { memoryOf } from '../facts/ended-memory.ts';
import { looksLost } from '../facts/event-identity.ts';
import { joinedLetters } from '../facts/letters.ts';
import { mergedConsent } from '../facts/merge-consent.ts';
import { earlierSource, laterLine } from '../facts/profile-facts.ts';
import { joinedRefusals } from '../facts/refused-entries.ts';
import { runNameUnder } from '../facts/run-names.ts';
import { joinedRings } from '../facts/seen-ring.ts';
import { strongerStanding } from '../facts/standing-facts.ts';
import { type Customer, type EndedEnrolment, type Enrolment, newCustomer } from '../record/customer.ts';
import { withoutOpen } from '../record/replace-enrolment.ts';
import { laterWishes } from '../record/wishes.ts';
import { earliest } from '../values/civil-time.ts';
import { digest } from '../values/ids.ts';
import {
  byId,
  byProduct,
  goodsOf,
  joinedWaiting,
  last,
  laterOf,
  newer,
  newerOf,
  openOnes,
} from './merge-lists.ts';
import { countedTwice, joinedLedger } from './merge-orders.ts';
import { maxEntries } from './record-invariants.ts';

type Instant = Temporal.Instant;

/** What the record remembers of an id that became hers: no second read for it. */
function aliasOf(id: string): string {
  return digest(['alias', id], 12);
}

/** So many: a merge that is told again once its id is forgotten counts all of it twice. */
const maxAliases = 64;

/**
 * The record that goes: its open enrolments end as `merged`, and whatever comes for it later goes to the other.
 *
 * @param told when the two were told to be one, and by what
 */
export function handedOver(
  from: Customer,
  to: string,
  at: Instant,
  { at: mergedAt, by }: Pick<Merge, 'at' | 'by'>,
): Customer {
  const open = from.enrolments.filter(({ ended }) => !ended);
  // Of her look the count stays: by it the timer that still stands has its name.
  return {
    ...withoutOpen(from, open, { at, because: 'merged' }),
    look: from.look && { arm: from.look.arm },
    mergedInto: to,
    mergedAt,
    mergedBy: by,
  };
}

/**
 * The record of a browser on which somebody else registered since: empty, for what it held is with whoever had it
 * before, and what comes is the new one's.
 */
export function changedHands(browser: Customer, to: string, mergedAt: Instant): Customer {
  const { store, id, version, unknown, look } = browser;
  return { ...newCustomer(store, id), version, unknown, look, mergedInto: to, mergedAt };
}

/** True where the record that stays has taken the other's over already. */
export const isTakenOver = (to: Customer, from: Pick<Customer, 'id'>): boolean =>
  to.aliases.includes(aliasOf(from.id));

/**
 * The record that stays, with what the other knew and the enrolments it gave up. A scenario that runs here already, about the
 * same order, cart or other thing, keeps its own run. Consent is as `merge-consent.ts` says.
 *
 * @param from as it was before it was handed over, or after: its enrolments that ended as `merged` are open again here
 */
export function takenOver(to: Customer, from: Customer): Customer {
  if (isTakenOver(to, from)) return to;
  const lifecycle = {
    orders: Math.max(0, to.lifecycle.orders + from.lifecycle.orders - countedTwice(to, from)),
    firstOrderAt: earliest([to.lifecycle.firstOrderAt, from.lifecycle.firstOrderAt].filter((at) => !!at)),
    lastOrderAt: laterOf(to.lifecycle.lastOrderAt, from.lifecycle.lastOrderAt),
    standing: strongerStanding(to.lifecycle.standing, from.lifecycle.standing),
  };
  const { orders, horizon, months } = joinedLedger(to, from);
  const words = (list: 'labels' | 'done') =>
    [...new Set([...from[list], ...to[list]])].slice(-maxEntries[list]);
  const views = last(
    'views',
    byProduct([...from.views, ...to.views], (a, b) => ({ ...newer(a, b), times: a.times + b.times })),
  );
  const over = byId([...(from.helpsOver ?? []), ...(to.helpsOver ?? [])], newer);
  return {
    ...to,
    profile: profileOf(to.profile, from.profile),
    consent: mergedConsent(to, from),
    wishes: laterWishes(to.wishes, from.wishes),
    lifecycle,
    orders,
    horizon,
    months,
    seen: joinedRings(from.seen, to.seen, looksLost(from, { views }), looksLost(to, { views })),
    enrolments: [...to.enrolments, ...enrolmentsFrom(to, from)],
    refused: joinedRefusals(from.refused, to.refused),
    waiting: joinedWaiting(to.waiting, from.waiting),
    ended: [...from.ended, ...endedLately(from), ...to.ended],
    sends: [...from.sends, ...to.sends].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)),
    ...joinedLetters(from, to),
    carts: last('carts', byId([...from.carts, ...to.carts], newer)),
    views,
    subscriptions: last('subscriptions', byId([...from.subscriptions, ...to.subscriptions], newer)),
    owned: last('owned', goodsOf([...from.owned, ...to.owned])),
    helps: last('helps', openOnes(byId([...from.helps, ...to.helps], newer), over)),
    helpsOver: over.length > 0 ? over : undefined,
    labels: words('labels'),
    categories: { ...from.categories, ...to.categories },
    done: words('done'),
    score: newerOf(to.score, from.score),
    lastSignAt: laterOf(to.lastSignAt, from.lastSignAt),
    referralCode: to.referralCode ?? from.referralCode,
    aliases: [...to.aliases, aliasOf(from.id)].slice(-maxAliases),
  };
}

type Profile = Customer['profile'];

/** Her own words stay; the other's fill the gaps. */
function profileOf(own: Profile, other: Profile): Profile {
  const { email, undeliverable, typed } = own.email === undefined ? other : own;
  const attributes = { ...other.attributes, ...own.attributes };
  return {
    ...other,
    ...own,
    ...{ email, undeliverable, typed },
    attributes: Object.keys(attributes).length === 0 ? undefined : attributes,
    firstSource: earlierSource(own.firstSource, other.firstSource),
    line: laterLine(other.line, own.line),
    asOf: own.asOf ?? other.asOf,
  };
}

/** The runs that a record gave up, or would, as they go on under the other's id. */
function enrolmentsGivenUp(from: Customer, to: Customer): Enrolment[] {
  return from.enrolments
    .filter(({ ended }) => !ended || ended.because === 'merged')
    .map((enrolment) => ({
      ...enrolment,
      id: runNameUnder(to, enrolment, from),
      arm: enrolment.arm + 1,
      doze: undefined,
      ended: undefined,
      by: undefined,
    }));
}

/** What ended in the record that goes and is still whole there: nothing of it goes on, but `oncePer` counts it. */
function endedLately({ enrolments }: Customer): EndedEnrolment[] {
  return enrolments.flatMap((enrolment) =>
    enrolment.ended && enrolment.ended.because !== 'merged' ? [memoryOf(enrolment, enrolment.ended)] : [],
  );
}

/** What tells a run from others of its scenario: what it is about, of order mail each entry; one about herself alone nothing. */
function runOf({ scenario, lane, key, order, about }: Enrolment): string {
  const isOfEntry = lane === 'transactional' && (order ?? about) !== undefined;
  return JSON.stringify([scenario, ...(isOfEntry ? [key] : [order, about])]);
}

function enrolmentsFrom(to: Customer, from: Customer): Enrolment[] {
  const running = new Set(to.enrolments.filter(({ ended }) => !ended).map(runOf));
  const nameOf = ({ scenario, key }: Pick<Enrolment, 'scenario' | 'key'>) => JSON.stringify([scenario, key]);
  const known = new Set([...to.enrolments, ...to.ended].map(nameOf));
  const isOrderMail = ({ lane }: Enrolment) => lane === 'transactional';
  const open = to.enrolments.filter((enrolment) => !enrolment.ended && !isOrderMail(enrolment));
  const given = enrolmentsGivenUp(from, to).filter(
    (enrolment) => !running.has(runOf(enrolment)) && !known.has(nameOf(enrolment)),
  );
  const marketing = given.filter((enrolment) => !isOrderMail(enrolment));
  return [...given.filter(isOrderMail), ...marketing.slice(0, Math.max(0, maxEnrolments - open.length))];
}
