/** The ledger of offers: one holds at a time, and the store begins only so many. A reminder of one is none of its own. */
import { dayNumber, offersGiven } from '../facts/letters.ts';
import { couponEnd } from '../questions/coupon-end.ts';
import type { OfferRule } from '../record/engine-settings.ts';
import { type GivenOffer, sizeOf } from '../record/letters/given-offer.ts';
import { isPurchase } from '../record/orders/order-state.ts';
import { zoneOf } from '../record/zone.ts';
import { civilDate, civilTarget } from '../values/civil-time.ts';
import { spanOf_ms } from '../values/duration.ts';
import type { DueMessage } from './due-message.ts';
import type { Hold } from './hold.ts';

const day_ms = 86_400_000;
const year_days = 365;

/** What the ledger holds against a message. */
export function offerHold(due: DueMessage): Hold | undefined {
  const { step, customer, around } = due;
  if (!step.coupon && !step.afterOffer) return undefined;
  const today = dayNumber(civilDate(around.at, zoneOf(customer, around.settings)));
  const given = offersGiven(customer, around);
  const free = step.afterOffer ? afterLast(given, spanOf_ms(step.afterOffer) / day_ms) : undefined;
  const { offers } = around.settings;
  const begun = offers && step.coupon ? freeForOffer(due, { given, today, rule: offers }) : undefined;
  const latest = latestOf([free, begun].filter((one) => one !== undefined));
  return latest && latest.day > today ? heldUntil(latest, today, due) : undefined;
}

/** The first civil day on which nothing is against it any more, and what is until then. */
interface FreeOn {
  readonly day: number;
  readonly by: string;
}

const latestOf = (reasons: readonly FreeOn[]): FreeOn | undefined =>
  reasons.reduce<FreeOn | undefined>((most, one) => (most && most.day >= one.day ? most : one), undefined);

function heldUntil({ day, by }: FreeOn, today: number, { customer, around }: DueMessage): Hold {
  const zone = zoneOf(customer, around.settings);
  const until = civilTarget(around.at, day - today, around.settings.defaultHour, zone);
  return { because: 'offer-given', by, until };
}

function afterLast(given: readonly GivenOffer[], days: number): FreeOn | undefined {
  const last = given.at(-1);
  return last && { day: last.day + days, by: last.campaign };
}

interface Ledger {
  readonly given: readonly GivenOffer[];
  readonly today: number;
  readonly rule: OfferRule;
}

function freeForOffer(due: DueMessage, { given, today, rule }: Ledger): FreeOn | undefined {
  const { step, customer, enrolment, around } = due;
  const { coupon } = step;
  if (!coupon || !enrolment) return undefined;
  const zone = zoneOf(customer, around.settings);
  const end = couponEnd(step, enrolment, zone);
  const until = end && dayNumber(end);
  const others = given.filter((one) => !(one.campaign === coupon.campaign && one.until === until));
  if (others.length < given.length) return undefined;
  if (step.promised) return undefined;
  const live = others.find((one) => one.until >= today && !isBetter(sizeOf(coupon), one));
  const reasons: FreeOn[] = live ? [{ day: live.until + 1, by: live.campaign }] : [];
  if (!coupon.apart)
    reasons.push(...sinceBegun(others, { given, today, rule }), ...sinceOrder(due, rule, zone));
  return latestOf(reasons);
}

/** Between two that the store begins, and within a year. */
function sinceBegun(others: readonly GivenOffer[], { rule }: Ledger): FreeOn[] {
  const begun = others.filter(({ apart }) => !apart);
  const last = begun.at(-1);
  const ofYear = begun.at(-rule.aYear);
  return [
    ...(last ? [{ day: last.day + rule.daysBetween, by: last.campaign }] : []),
    ...(ofYear ? [{ day: ofYear.day + year_days, by: ofYear.campaign }] : []),
  ];
}

/** Who has just paid the full price is offered no lower one. */
function sinceOrder({ customer, around }: DueMessage, rule: OfferRule, zone: string): FreeOn[] {
  return customer.orders.flatMap((order) => {
    if (!order.placedAt || !isPurchase(order, around.at)) return [];
    const day = dayNumber(civilDate(order.placedAt, zone)) + rule.afterOrder_days;
    return [{ day, by: `order:${order.id}` }];
  });
}

type Size = Pick<GivenOffer, 'percent' | 'amount'>;

/** Of a share and a sum nobody knows which is more: the one that is given stays. */
const isBetter = (a: Size, b: Size): boolean =>
  (a.percent !== undefined && b.percent !== undefined && a.percent > b.percent) ||
  (a.amount !== undefined && b.amount !== undefined && a.amount > b.amount);
