/** When a filter about a customer may answer otherwise by time alone: from the filter's own words, without trying. */
import { Temporal } from 'temporal-polyfill';
import { cartsDieAt } from '../facts/cart-facts.ts';
import type { Comparison, Filter } from '../language/filter.ts';
import type { Customer } from '../record/customer.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import { isBefore } from '../values/civil-time.ts';
import { onceEach } from '../values/once-each.ts';
import { lapseMoments, purchaseMoments } from './purchases.ts';

type Instant = Temporal.Instant;

/** Sends count as `customer.sent` for so long. */
const sent_hours = 14 * 24;

/** Moments after `at` at which the filter's answer may turn; between two of them it stays, unless an event comes. */
export function filterMoments(
  filter: Filter,
  customer: Customer,
  at: Instant,
  settings: EngineSettings,
): Instant[] {
  return turningByTime(filter)
    .flatMap((turning) => turning(customer, settings))
    .filter((moment) => isBefore(at, moment));
}

type Moments = (customer: Customer, settings: EngineSettings) => Instant[];

/** Of a filter, which is data and never changes, what time alone may answer otherwise; several of its words may turn together. */
const turningByTime = onceEach((filter: Filter) => [...new Set(comparisonsOf(filter).flatMap(momentsOf))]);

function comparisonsOf(filter: Filter): Comparison[] {
  if ('all' in filter) return filter.all.flatMap(comparisonsOf);
  if ('any' in filter) return filter.any.flatMap(comparisonsOf);
  if ('not' in filter) return comparisonsOf(filter.not);
  return [filter];
}

/** Nothing where time alone turns nothing. */
function momentsOf(test: Comparison): Moments[] {
  if (test.the.startsWith('customer.lifecycle.spentIn365Days.')) return [purchaseMoments];
  switch (test.the) {
    case 'customer.lifecycle.ordersIn365Days':
      return [purchaseMoments];
    case 'customer.lifecycle.orders':
    case 'customer.owned.productId':
    case 'customer.owned.category':
      return [lapseMoments];
    case 'customer.sent':
      return [({ sends }) => sends.map((send) => send.at.add({ hours: sent_hours }))];
    case 'customer.carts.lines.productId':
      return [({ carts }) => cartsDieAt(carts)];
    case 'customer.score':
      return [(customer, settings) => scoreMoments(test, customer, settings)];
    default:
      return 'daysAgoAtLeast' in test || 'daysAgoLessThan' in test
        ? [(customer) => dateMoments(test, customer), ...(isOfOrders(test.the) ? [lapseMoments] : [])]
        : [];
  }
}

function dateMoments(test: Comparison, customer: Customer): Instant[] {
  const { daysAgoAtLeast, daysAgoLessThan } = test as { daysAgoAtLeast?: number; daysAgoLessThan?: number };
  return datesAsked(test.the, customer).flatMap((date) =>
    [daysAgoAtLeast, daysAgoLessThan].flatMap((days) =>
      // Both questions turn at this very moment.
      days === undefined ? [] : [date.add({ hours: days * 24 })],
    ),
  );
}

function datesAsked(attribute: string, customer: Customer): Instant[] {
  const { lifecycle, lastSignAt } = customer;
  if (attribute === 'customer.lifecycle.firstOrderAt') return ofOrders(lifecycle.firstOrderAt, customer);
  if (attribute === 'customer.lifecycle.lastOrderAt') return ofOrders(lifecycle.lastOrderAt, customer);
  return attribute === 'customer.lastSignAt' && lastSignAt ? [lastSignAt] : [];
}

/** Where an order may lapse, another than the one that counts now may come to be the first or the last. */
function ofOrders(date: Instant | undefined, customer: Customer): Instant[] {
  const others = lapseMoments(customer).length > 0 ? customer.orders.map(({ placedAt }) => placedAt) : [];
  return [date, ...others].filter((one) => one !== undefined);
}

const isOfOrders = (the: string): boolean => the.startsWith('customer.lifecycle.');

interface Bounds {
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly moreThan?: number;
  readonly lessThan?: number;
}

/**
 * A score only falls by itself: it meets a bound once, `halfLife * log2(score / bound)` days after it was written. There,
 * and a second later: whether the bound itself still fits or not, the change is seen.
 */
function scoreMoments(test: Comparison, { score }: Customer, settings: EngineSettings): Instant[] {
  if (!score) return [];
  const { atLeast, atMost, moreThan, lessThan } = test as Bounds;
  return [atLeast, atMost, moreThan, lessThan].flatMap((bound) => {
    if (bound === undefined || bound <= 0 || score.value <= bound) return [];
    const days = settings.scoreHalfLife_days * Math.log2(score.value / bound);
    const moment_ms = score.at.epochMilliseconds + Math.ceil(days * 86_400_000);
    const moment = Temporal.Instant.fromEpochMilliseconds(moment_ms);
    return [moment, moment.add({ seconds: 1 })];
  });
}
