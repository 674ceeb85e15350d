/** The segments a scenario may name. Days are those of `classic`; of another rhythm they are its own. Lifecycle segments exclude one another; marks lie across them. */
import type { Filter } from '../core/language/filter.ts';
import type { Segment } from '../core/language/segment.ts';

const boughtIn90Days: Filter = {
  the: 'customer.lifecycle.lastOrderAt',
  daysAgoLessThan: 90,
  rhythm: 'dormant',
};
const boughtLast90DaysAgo: Filter = {
  the: 'customer.lifecycle.lastOrderAt',
  daysAgoAtLeast: 90,
  rhythm: 'dormant',
};
const boughtLast180DaysAgo: Filter = {
  the: 'customer.lifecycle.lastOrderAt',
  daysAgoAtLeast: 180,
  rhythm: 'churned',
};
const isSubscriber: Filter = { the: 'customer.subscriptions.state', is: 'active' };
const isVip: Filter = {
  all: [
    { the: 'customer.lifecycle.ordersIn365Days', atLeast: 4 },
    {
      any: [
        { the: 'customer.lifecycle.spentIn365Days.JPY', atLeast: 30_000 },
        { the: 'customer.lifecycle.spentIn365Days.USD', atLeast: 30_000 },
        { the: 'customer.lifecycle.spentIn365Days.EUR', atLeast: 30_000 },
        { the: 'customer.lifecycle.spentIn365Days.GBP', atLeast: 30_000 },
      ],
    },
  ],
};
const cameByFriend: Filter = {
  any: [
    { the: 'customer.labels', is: 'referred' },
    { the: 'customer.source', is: 'referral' },
    { the: 'customer.firstSource', is: 'referral' },
  ],
};
const buysStill: Filter = { any: [boughtIn90Days, isSubscriber] };

export const segments = [
  {
    name: 'prospect',
    means: 'Known to the store, and has never bought.',
    is: { the: 'customer.lifecycle.orders', is: 0 },
  },
  {
    name: 'first-time',
    means: 'Has bought once, and is not dormant.',
    is: { all: [{ the: 'customer.lifecycle.orders', is: 1 }, buysStill] },
  },
  {
    name: 'regular',
    means: 'Has bought twice or more, and is neither dormant nor a VIP.',
    is: { all: [{ the: 'customer.lifecycle.orders', atLeast: 2 }, buysStill, { not: isVip }] },
  },
  {
    name: 'vip',
    means: 'Four orders and 30,000 JPY (300.00 USD, EUR or GBP) within 365 days, and is not dormant.',
    is: { all: [isVip, buysStill] },
  },
  {
    name: 'dormant',
    means: 'Has bought, but not of late: for 90 days, or those of the rhythm; no active subscription.',
    is: { all: [boughtLast90DaysAgo, { not: boughtLast180DaysAgo }, { not: isSubscriber }] },
  },
  {
    name: 'churned',
    means: 'Has bought, but not for long: for 180 days, or those of the rhythm; no active subscription.',
    is: { all: [boughtLast180DaysAgo, { not: isSubscriber }] },
  },
  {
    name: 'welcomed',
    means: 'The welcome has ended without a purchase.',
    is: {
      all: [
        { the: 'customer.labels', is: 'welcomed' },
        { the: 'customer.lifecycle.bought', is: false },
      ],
    },
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
    name: 'unconfirmed',
    means: 'Has signed up, and has not confirmed it by the link in the mail.',
    is: { the: 'customer.unconfirmed', exists: true },
  },
  {
    name: 'ambassador',
    means: 'Has passed on the link, and a friend has bought.',
    is: { the: 'customer.labels', is: 'ambassador' },
  },
  { name: 'referred', means: 'Came by a friend’s link.', is: cameByFriend },
  {
    name: 'new-friend',
    means: 'Came by a friend’s link, allows marketing mail on some topic, and has never bought.',
    is: {
      all: [
        cameByFriend,
        { the: 'customer.consent', exists: true },
        { the: 'customer.lifecycle.bought', is: false },
      ],
    },
  },
  {
    name: 'delighted',
    means: 'Is delighted by their own account, or has ordered again; nothing is amiss.',
    is: {
      all: [
        {
          any: [
            { the: 'customer.labels', is: 'delighted' },
            { the: 'customer.lifecycle.orders', atLeast: 2 },
          ],
        },
        { not: { the: 'customer.labels', is: 'care-first' } },
        { the: 'customer.helps.id', exists: false },
      ],
    },
  },
  {
    name: 'drifting',
    means: 'Has not been seen for 45 days, without being dormant, churned or a subscriber.',
    is: {
      all: [
        { the: 'customer.lastSignAt', daysAgoAtLeast: 45 },
        { not: { the: 'customer.lastSignAt', daysAgoAtLeast: 180 } },
        { not: boughtLast90DaysAgo },
        { not: isSubscriber },
      ],
    },
  },
  {
    name: 'unengaged',
    means: 'No order, visit, answer or click for 180 days; no active subscription.',
    is: { all: [{ the: 'customer.lastSignAt', daysAgoAtLeast: 180 }, { not: isSubscriber }] },
  },
  {
    name: 'gave-ochugen',
    means: 'Ordered a midsummer gift last season.',
    is: { the: 'customer.labels', is: 'gift-ochugen' },
  },
  {
    name: 'gave-oseibo',
    means: 'Ordered a year-end gift last season.',
    is: { the: 'customer.labels', is: 'gift-oseibo' },
  },
  {
    name: 'gave-christmas',
    means: 'Ordered a Christmas present last season.',
    is: { the: 'customer.labels', is: 'gift-christmas' },
  },
] as const satisfies readonly Segment[];
