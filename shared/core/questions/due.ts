/** When a wait is over: computed from the enrolment and the customer as they are now, never remembered blindly. */
import { Temporal } from 'temporal-polyfill';
import type { Series, Wait, WaitDate, WaitWeekday } from '../language/steps.ts';
import { dateOf } from '../record/date-of.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import { arrivedAt, fromPlacing, givenUpAt, type Whereabouts } from '../record/orders/order-arrival.ts';
import { supplyEnds } from '../record/orders/supply.ts';
import type { Situation } from '../record/situation.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { zoneOf } from '../record/zone.ts';
import type { Because } from '../values/because.ts';
import { addDuration, civilDate, civilTarget, hourOnWall, isBefore } from '../values/civil-time.ts';
import { fraction } from '../values/ids.ts';
import { weekdays } from '../values/weekday.ts';
import { couponEndBefore } from './coupon-end.ts';
import { dayOfWait } from './day-of-wait.ts';
import { movedDays } from './moved-days.ts';
import { orderHasEnded } from './order-is-over.ts';

type Instant = Temporal.Instant;

/** What the due of a wait hangs on beside the step: whose it is, and the event fields her run kept. */
export type WaitingFor = Situation<Pick<Surroundings, 'settings'>>;

/** The due of a wait at which the enrolment arrived at `since`; undefined where the wait's date is not known. */
export function dueOfWait(step: Wait, since: Instant, waiting: WaitingFor): Instant | undefined {
  const zone = zoneOf(waiting.customer, waiting.around.settings);
  if ('for' in step) return addDuration(since, step.for, zone);
  if ('event' in step) return addDuration(since, step.atMost, zone);
  if ('date' in step) return dueOfDate(step, since, waiting);
  if ('next' in step) return spread(nextWeekday(step, since, zone), step.id, waiting);
  const anchor = anchorOf(step.until.after, waiting);
  if (!anchor) {
    const end = givenUp(waiting);
    return end && civilTarget(end, 1, step.until.at, zone);
  }
  const days =
    dayOfWait(step.until, waiting) + movedDays(waiting.enrolment, step.until.after, civilDate(anchor, zone));
  return spread(civilTarget(anchor, days, step.until.at, zone), step.id, waiting);
}

/** Why nothing comes of a wait for what follows from an arrival that cannot be told: its due is when it is given up. */
export function vainBecause(
  step: Wait,
  waiting: Situation<Pick<Surroundings, 'settings' | 'at'>>,
): Because | undefined {
  const isForArrival = 'until' in step && step.until.after === 'arrived';
  const isForSupply = 'date' in step && step.date === 'customer.supplyEndsAt';
  if (!isForArrival && !isForSupply) return undefined;
  const { customer, enrolment } = waiting;
  const order = ledgerOrder(customer, enrolment.order);
  const isInVain = order && arrivedAt(order, enrolment.enteredAt, whereaboutsOf(waiting)) === undefined;
  return isInVain ? (orderHasEnded(waiting) ?? 'never-arrived') : undefined;
}

const whereaboutsOf = ({ customer, around: { settings } }: WaitingFor): Whereabouts => ({
  timeZone: zoneOf(customer, settings),
  settings,
});

/** The civil day on which the enrolment's order is in the customer's hands, as far as anything waits for it. */
export function arrivalDay(waiting: WaitingFor): Temporal.PlainDate | undefined {
  const anchor = anchorOf('arrived', waiting);
  return anchor && civilDate(anchor, zoneOf(waiting.customer, waiting.around.settings));
}

function givenUp({ customer, enrolment }: WaitingFor): Instant | undefined {
  const order = ledgerOrder(customer, enrolment.order);
  return order && givenUpAt(order);
}

/** When the first message of a series is due that the walk came to at `since`: the next time the wall shows its hour. */
export function firstOfSeries(step: Series, since: Instant, waiting: WaitingFor): Instant {
  const zone = zoneOf(waiting.customer, waiting.around.settings);
  const today = civilTarget(since, 0, step.at, zone);
  return spread(isBefore(today, since) ? civilTarget(since, 1, step.at, zone) : today, step.id, waiting);
}

/** When the message after one that was dealt with at `at` is due. */
export function nextOfSeries(step: Series, at: Instant, waiting: WaitingFor): Instant {
  const zone = zoneOf(waiting.customer, waiting.around.settings);
  return spread(civilTarget(at, step.every.days, step.at, zone), step.id, waiting);
}

function nextWeekday(step: WaitWeekday, since: Instant, zone: string): Instant {
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const target = civilTarget(since, ahead, step.at, zone);
    const day = weekdays[civilDate(since, zone).add({ days: ahead }).dayOfWeek - 1];
    if (day && step.next.includes(day) && !isBefore(target, since)) return target;
  }
  return civilTarget(since, 7, step.at, zone);
}

function dueOfDate(step: WaitDate, since: Instant, waiting: WaitingFor): Instant | undefined {
  const where = whereaboutsOf(waiting);
  if (step.date === 'customer.supplyEndsAt') {
    let due: Instant | undefined;
    // Each product has its own end; one that the customer has passed is no longer asked about.
    for (const end of supplyEnds(waiting.customer, where)) {
      due = dueOnDate(step, end, since, waiting);
      if (!isBefore(due, since)) return due;
    }
    return due;
  }
  const date =
    step.date === 'coupon.endsOn'
      ? couponEndBefore(waiting.scenario, step.id, waiting.enrolment, where.timeZone)
      : dateOf(step.date, waiting.customer, waiting.event, where);
  return date && dueOnDate(step, date, since, waiting);
}

function dueOnDate(
  step: WaitDate,
  date: Instant | Temporal.PlainDate,
  since: Instant,
  waiting: WaitingFor,
): Instant {
  const zone = zoneOf(waiting.customer, waiting.around.settings);
  const { days = 0, hours = 0, minutes = 0 } = step.offset ?? {};
  if (date instanceof Temporal.Instant && step.at === undefined) {
    return addDuration(date, { days, hours, minutes }, zone);
  }
  const at = step.at ?? waiting.around.settings.defaultHour;
  const onDay = (day: Temporal.PlainDate) =>
    day
      .add({ days })
      .toZonedDateTime({ timeZone: zone, plainTime: hourOnWall(at) })
      .add({ hours, minutes })
      .toInstant();
  const day = date instanceof Temporal.Instant ? civilDate(date, zone) : date;
  if (step.date !== 'customer.birthday') return spread(onDay(day), step.id, waiting);
  return spread(nextYearly(day, since, zone, onDay), step.id, waiting);
}

/** The first of the yearly days that is not before `since`; 29 February is the 28th in years without one. */
function nextYearly(
  day: Temporal.PlainDate,
  since: Instant,
  zone: string,
  onDay: (day: Temporal.PlainDate) => Instant,
): Instant {
  const from = civilDate(since, zone).year - 1;
  const candidates = [0, 1, 2, 3].map((ahead) => onDay(day.with({ year: from + ahead })));
  return candidates.find((candidate) => !isBefore(candidate, since)) ?? (candidates[3] as Instant);
}

function anchorOf(anchor: 'entry' | 'order' | 'arrived', waiting: WaitingFor): Instant | undefined {
  const { customer, enrolment } = waiting;
  if (anchor === 'entry') return enrolment.enteredAt;
  const order = ledgerOrder(customer, enrolment.order);
  if (anchor === 'order') return order?.placedAt ?? enrolment.enteredAt;
  const where = whereaboutsOf(waiting);
  return order
    ? arrivedAt(order, enrolment.enteredAt, where)
    : fromPlacing(undefined, enrolment.enteredAt, where);
}

/** Marketing at an hour of the day comes whole minutes later, by hash, so that ten o'clock is not one spike. */
function spread(due: Instant, step: string, { scenario, customer, enrolment, around }: WaitingFor): Instant {
  if (scenario.kind === 'transactional') return due;
  const share = fraction(['jitter', customer.store, customer.id, enrolment.id, step]);
  return due.add({ seconds: Math.floor(share * (around.settings.jitter_minutes + 1)) * 60 });
}
