/** The segments a scenario may name. Lifecycle segments exclude one another; marks lie across them. */
import type { Filter } from '../core/filter.ts';
import type { Segment } from '../core/segment.ts';

const lastOrderWithin = (days: number): Filter => ({
  the: 'customer.lifecycle.lastOrderAt',
  daysAgoLessThan: days,
});
const lastOrderBefore = (days: number): Filter => ({
  the: 'customer.lifecycle.lastOrderAt',
  daysAgoAtLeast: days,
});
const isSubscriber: Filter = { the: 'customer.subscriptions.state', is: 'active' };
const isVip: Filter = {
  all: [
    { the: 'customer.lifecycle.ordersIn365Days', atLeast: 4 },
    { the: 'customer.lifecycle.spentIn365Days', atLeast: 30_000 },
  ],
};
const buysStill: Filter = { any: [lastOrderWithin(90), isSubscriber] };

export const segments = [
  {
    name: 'prospect',
    means: 'Known to the store, and has never bought.',
    is: { the: 'customer.lifecycle.orders', is: 0 },
  },
  {
    name: 'first-time',
    means: 'Has bought once, in the last 90 days.',
    is: { all: [{ the: 'customer.lifecycle.orders', is: 1 }, buysStill] },
  },
  {
    name: 'regular',
    means: 'Has bought twice or more, and in the last 90 days, without being a VIP.',
    is: { all: [{ the: 'customer.lifecycle.orders', atLeast: 2 }, buysStill, { not: isVip }] },
  },
  {
    name: 'vip',
    means: 'Four orders and 30,000 in minor units within 365 days, and has bought in the last 90.',
    is: { all: [isVip, buysStill] },
  },
  {
    name: 'dormant',
    means: 'Has bought, but not in the last 90 days; no active subscription.',
    is: { all: [lastOrderBefore(90), { not: lastOrderBefore(180) }, { not: isSubscriber }] },
  },
  {
    name: 'churned',
    means: 'Has bought, but not in the last 180 days; no active subscription.',
    is: { all: [lastOrderBefore(180), { not: isSubscriber }] },
  },
  {
    name: 'member',
    means: 'Has an account.',
    is: { the: 'customer.labels', is: 'member' },
  },
  { name: 'subscriber', means: 'Has an active subscription.', is: isSubscriber },
  {
    name: 'opted-in',
    means: 'Allows marketing mail on some topic.',
    is: { the: 'customer.consent', exists: true },
  },
  {
    name: 'ambassador',
    means: 'Has passed on her link, and a friend has bought.',
    is: { the: 'customer.labels', is: 'ambassador' },
  },
  { name: 'referred', means: 'Came by a friend’s link.', is: { the: 'customer.labels', is: 'referred' } },
] as const satisfies readonly Segment[];

declare module '../core/register.ts' {
  interface Register {
    segment: (typeof segments)[number]['name'];
  }
}
