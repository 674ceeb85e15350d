/** What the customer has bought and spent, as it stands at a moment: what the record counts, without what has lapsed since. */
import type { Temporal } from 'temporal-polyfill';
import type { Customer, Lifecycle } from '../record/customer.ts';
import type { OwnedProduct } from '../record/customer-facts.ts';
import { goodsHeld } from '../record/orders/goods-held.ts';
import type { LedgerOrder } from '../record/orders/ledger-entry.ts';
import type { MonthOfOrders } from '../record/orders/month-of-orders.ts';
import {
  hasLapsed,
  isBought,
  isOff,
  isPaidPurchase,
  isPurchase,
  lapsesAt,
  spentOn,
} from '../record/orders/order-state.ts';
import { monthLeavesYearAt, monthsOfYear, year_hours } from '../record/orders/orders-by-month.ts';
import type { SendingSurroundings, Surroundings } from '../record/surroundings.ts';
import { earliest, latest } from '../values/civil-time.ts';
import { currencyOfMarket } from '../values/money/currency-of-market.ts';
import { hasBought, hasBoughtElsewhere } from './has-bought.ts';

type Instant = Temporal.Instant;

/** The state of her present address: what it tells of others whose it is. */
export type Addressed = Pick<SendingSurroundings, 'address'>;

/** The lifecycle as filters ask it; what was spent is told by currency and never summed across. */
export function lifecycleAsked(
  customer: Customer,
  { at, settings, address }: Pick<Surroundings, 'at' | 'settings'> & Partial<Addressed>,
) {
  const lastYear: readonly Omit<MonthOfOrders, 'month'>[] = [
    ...customer.orders
      .filter((order) => isOfYear(order, at))
      .map((order) => ({ currency: order.currency, orders: 1, spent: spentOn(order) })),
    ...(monthsOfYear(customer.months, at) ?? []),
  ];
  const spentIn365Days: Record<string, number> = {};
  for (const { currency = currencyOfMarket(settings.market), spent } of lastYear) {
    if (currency !== undefined) spentIn365Days[currency] = (spentIn365Days[currency] ?? 0) + spent;
  }
  const ordersIn365Days = lastYear.reduce((sum, { orders }) => sum + orders, 0);
  const lifecycle = lifecycleAt(customer, at);
  const bought = hasBought({ ...customer, lifecycle }, at) || hasBoughtElsewhere(address, customer.id);
  const { standing: _, ...counters } = lifecycle;
  return { ...counters, bought, ordersIn365Days, spentIn365Days };
}

const isOfYear = (order: LedgerOrder, at: Instant): boolean =>
  isPaidPurchase(order) && at.epochMilliseconds < order.placedAt.epochMilliseconds + year_hours * 3_600_000;

const leavesYearAt = (placedAt: Instant): Instant => placedAt.add({ hours: year_hours });

/** The counters at a moment. */
export function lifecycleAt(
  { lifecycle, orders, horizon }: Pick<Customer, 'lifecycle' | 'orders' | 'horizon'>,
  at: Instant,
): Lifecycle {
  const lapsed = orders.filter((order) => isLapsedPurchase(order, at));
  if (lapsed.length === 0) return lifecycle;
  const placements = orders
    .filter((order) => isPurchase(order, at))
    .flatMap(({ placedAt }) => placedAt ?? []);
  const beyond = horizon === undefined ? [] : [lifecycle.firstOrderAt].filter((one) => one !== undefined);
  return {
    ...lifecycle,
    orders: Math.max(0, lifecycle.orders - lapsed.length),
    firstOrderAt: earliest([...beyond, ...placements]),
    lastOrderAt: placements.reduce<Instant | undefined>(latest, undefined),
  };
}

const isLapsedPurchase = (order: LedgerOrder, at: Instant): boolean =>
  isBought(order) && hasLapsed(order, at);

/** The goods bought, without those of an order that was never paid or accepted. */
export const goodsAt = (customer: Pick<Customer, 'owned' | 'orders'>, at: Instant): readonly OwnedProduct[] =>
  goodsHeld(customer, (order) => isOff(order, at));

/** Those of them that are the customer's own. */
export const ownedAt = (customer: Pick<Customer, 'owned' | 'orders'>, at: Instant): readonly OwnedProduct[] =>
  goodsAt(customer, at).filter(({ forOther }) => !forOther);

/** When time alone takes an order, or a month of them, out of the counters or out of the year. */
export const purchaseMoments = ({ orders, months = [] }: Pick<Customer, 'orders' | 'months'>): Instant[] => [
  ...orders.flatMap((order) => [...(order.placedAt ? [leavesYearAt(order.placedAt)] : []), ...lapses(order)]),
  ...months.map(monthLeavesYearAt),
];

/** When time alone may take an order out of the counters. */
export const lapseMoments = ({ orders }: Pick<Customer, 'orders'>): Instant[] => orders.flatMap(lapses);

const lapses = (order: LedgerOrder): Instant[] => {
  const lapse = lapsesAt(order);
  return lapse ? [lapse] : [];
};
