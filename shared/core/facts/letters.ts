/** Marketing messages that went, as caps and the ledger of offers remember them once the record knows them no longer one by one. */
import { Temporal } from 'temporal-polyfill';
import { letterKindOf } from '../language/message-standing.ts';
import type { Scenario } from '../language/scenario.ts';
import { isMessage, type MessageStep } from '../language/steps.ts';
import type { Customer } from '../record/customer.ts';
import { type GivenOffer, sizeOf } from '../record/letters/given-offer.ts';
import type { OldLetter } from '../record/letters/old-letter.ts';
import type { RecentSend } from '../record/recent-send.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { zoneOf } from '../record/zone.ts';
import { civilDate } from '../values/civil-time.ts';

type Around = Pick<Surroundings, 'at' | 'settings' | 'book'>;

const letters_days = 60;
const maxLetters = 80;
const offers_days = 366;
const maxOffers = 16;

const epoch = Temporal.PlainDate.from('1970-01-01');

export const dayNumber = (day: Temporal.PlainDate): number => epoch.until(day).days;

/** The step of a message that went, where this code knows it. */
export function stepOf(
  { scenario: id, version, step: name }: Pick<RecentSend, 'scenario' | 'version' | 'step'>,
  { book }: Pick<Surroundings, 'book'>,
): { readonly scenario: Scenario; readonly step: MessageStep } | undefined {
  if (!book.has(id, version)) return undefined;
  const scenario = book.find(id, version);
  const step = scenario.steps.filter(isMessage).find((one) => one.id === name);
  return step && { scenario, step };
}

const went = ({ kind, state }: RecentSend) => kind === 'marketing' && state !== 'skipped';

/** What stays of the sends that leave the record with this save. */
export function withLettersOf(
  customer: Customer,
  kept: readonly RecentSend[],
  around: Around,
): Pick<Customer, 'letters' | 'offers'> {
  const zone = zoneOf(customer, around.settings);
  const today = dayNumber(civilDate(around.at, zone));
  const leaving = customer.sends.filter((send) => went(send) && !kept.includes(send));
  const fresh = leaving.flatMap((send): OldLetter[] => {
    const known = stepOf(send, around);
    const kind = known && letterKindOf(known.scenario, known.step);
    return kind ? [{ day: dayNumber(civilDate(send.at, zone)), kind }] : [];
  });
  const given = leaving.flatMap((send) => offerOf(send, customer, around) ?? []);
  const letters = [...(customer.letters ?? []), ...fresh].filter(({ day }) => day > today - letters_days);
  const offers = onceEach([...(customer.offers ?? []), ...given]).filter(
    ({ day, until }) => Math.max(until, day + offers_days) >= today,
  );
  return {
    letters: letters.length > 0 ? sortedByDay(letters).slice(-maxLetters) : undefined,
    offers: offers.length > 0 ? sortedByDay(offers).slice(-maxOffers) : undefined,
  };
}

/** Every offer the customer was given within a year, oldest first; a reminder is none of its own. */
export function offersGiven(customer: Customer, around: Around): GivenOffer[] {
  const lately = customer.sends.filter(went).flatMap((send) => offerOf(send, customer, around) ?? []);
  return sortedByDay(onceEach([...(customer.offers ?? []), ...lately]));
}

function offerOf(send: RecentSend, customer: Customer, around: Around): GivenOffer | undefined {
  const known = stepOf(send, around);
  const coupon = known?.step.coupon;
  if (!coupon) return undefined;
  const zone = zoneOf(customer, around.settings);
  const run = [...customer.enrolments, ...customer.ended].find(({ id }) => id === send.enrolment);
  const from = dayNumber(civilDate(run?.enteredAt ?? send.since, zone));
  return {
    campaign: coupon.campaign,
    day: dayNumber(civilDate(send.at, zone)),
    until: from + coupon.untilDay,
    ...sizeOf(coupon),
    ...((coupon.apart || known.step.promised) && { apart: true }),
  };
}

function onceEach(offers: readonly GivenOffer[]): GivenOffer[] {
  const found = new Map<string, GivenOffer>();
  for (const offer of offers) {
    const key = `${offer.campaign}/${offer.until}`;
    const known = found.get(key);
    if (!known || offer.day < known.day) found.set(key, offer);
  }
  return [...found.values()];
}

const sortedByDay = <Dated extends { readonly day: number }>(list: readonly Dated[]): Dated[] =>
  list.toSorted((a, b) => a.day - b.day);

/** What two records of one person remember together. */
export function joinedLetters(from: Customer, to: Customer): Pick<Customer, 'letters' | 'offers'> {
  const letters = sortedByDay([...(from.letters ?? []), ...(to.letters ?? [])]).slice(-maxLetters);
  const offers = sortedByDay(onceEach([...(from.offers ?? []), ...(to.offers ?? [])])).slice(-maxOffers);
  return {
    letters: letters.length > 0 ? letters : undefined,
    offers: offers.length > 0 ? offers : undefined,
  };
}
