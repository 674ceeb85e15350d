/** Purchases that have left the ledger, summed up by month and currency. */
import { Temporal } from 'temporal-polyfill';
import type { LedgerOrder } from './ledger-entry.ts';
import type { MonthOfOrders } from './month-of-orders.ts';
import { isPaidPurchase, spentOn } from './order-state.ts';

type Instant = Temporal.Instant;

/** So many sums a record holds: a year and its edges, in a few currencies. */
const maxMonths = 48;
/** What was bought within so long counts. */
export const year_hours = 365 * 24;

/** What an order adds to the sum of its month. */
function shareOf(order: LedgerOrder): MonthOfOrders | undefined {
  if (!isPaidPurchase(order)) return undefined;
  const { placedAt, currency } = order;
  const month = placedAt.toString().slice(0, 7);
  return { month, ...(currency !== undefined && { currency }), orders: 1, spent: spentOn(order) };
}

export const withShare = (months: readonly MonthOfOrders[] | undefined, order: LedgerOrder) =>
  changed(months, shareOf(order), 1);

/** Where the month is over, or was never summed up, there is nothing to take away. */
export const withoutShare = (months: readonly MonthOfOrders[] | undefined, order: LedgerOrder) =>
  changed(months, shareOf(order), -1);

/** The sums of two records together. */
export function joinedMonths(
  some: readonly MonthOfOrders[] | undefined,
  others: readonly MonthOfOrders[] = [],
): readonly MonthOfOrders[] | undefined {
  return others.reduce<readonly MonthOfOrders[] | undefined>((sums, one) => changed(sums, one, 1), some);
}

function changed(
  months: readonly MonthOfOrders[] | undefined,
  share: MonthOfOrders | undefined,
  sign: 1 | -1,
): readonly MonthOfOrders[] | undefined {
  if (!share) return months;
  const isIts = (one: MonthOfOrders) => one.month === share.month && one.currency === share.currency;
  const known = months?.find(isIts);
  const orders = (known?.orders ?? 0) + sign * share.orders;
  const spent = Math.max(0, (known?.spent ?? 0) + sign * share.spent);
  const others = months?.filter((one) => !isIts(one)) ?? [];
  const sums = orders > 0 ? [...others, { ...share, orders, spent }] : others;
  return sums.length === 0 ? undefined : sums.toSorted(byTime);
}

const nameOf = ({ month, currency = '' }: MonthOfOrders) => `${month} ${currency}`;
const byTime = (a: MonthOfOrders, b: MonthOfOrders) => (nameOf(a) < nameOf(b) ? -1 : 1);

/**
 * A month counts whole until its last moment is a year ago: what was spent in it counts up to a month longer than an
 * order of the ledger does, and never shorter.
 */
export function monthLeavesYearAt({ month }: Pick<MonthOfOrders, 'month'>): Instant {
  const next = Temporal.PlainYearMonth.from(month).add({ months: 1 });
  return next.toPlainDate({ day: 1 }).toZonedDateTime('UTC').toInstant().add({ hours: year_hours });
}

/** The months that still count at the moment; of too many the oldest go. */
export function monthsOfYear(
  months: readonly MonthOfOrders[] | undefined,
  at: Instant,
): readonly MonthOfOrders[] | undefined {
  const left = months?.filter((one) => at.epochMilliseconds < monthLeavesYearAt(one).epochMilliseconds);
  return left && left.length > 0 ? left.slice(-maxMonths) : undefined;
}
