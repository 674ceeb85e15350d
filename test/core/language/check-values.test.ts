import { expect, test } from 'vitest';
import { neverTrue, valueFaults } from '../../../shared/core/language/check/check-values.ts';
import type { Filter } from '../../../shared/core/language/filter.ts';
import { scenarios, segments } from '../../../shared/library.ts';
import { branch, exit, marketing, send } from '../../support/scenarios.ts';

const filters = new Map<string, Filter>(segments.map(({ name, is }) => [name, is]));
const faults = (filter: object) => neverTrue(filter as Filter, filters);

test.each([
  [{ the: 'customer.consent', is: 'line:offers' }, 'it is one of tips, offers'],
  [{ the: 'customer.unconfirmed', oneOf: ['news', 'email:news'] }, 'never "email:news"'],
  [
    { the: 'customer.subscriptions.productId', is: 'event.order.items.productId' },
    'that is the name of an attribute: to compare with it, say "sameAs"',
  ],
  [{ the: 'customer.labels', is: 'customer.attributes.colour' }, 'say "sameAs"'],
  [{ the: 'event.order.origin', is: 'shop' }, 'it is one of store, phone'],
  [{ the: 'customer.subscriptions.state', isNot: 'stopped' }, 'it is one of active, paused, cancelled'],
  [{ not: { the: 'event.payment.timing', is: 'cod' } }, 'before, on-delivery, after'],
  [{ the: 'event.order.currency', is: 'yen' }, 'a currency, such as "JPY"'],
  [{ the: 'event.order.shipTo.country', is: 'Japan' }, 'a country by its two letters'],
  [{ the: 'customer.lifecycle.orders', is: -1 }, 'it is 0 at least'],
  [{ the: 'customer.lifecycle.orders', is: 1.5 }, 'it is a whole number'],
  [{ the: 'customer.lifecycle.orders', lessThan: 0 }, 'can never hold'],
  [{ the: 'event.review.rating', moreThan: 100 }, 'can never hold'],
  [{ the: 'event.subscription.nth', atMost: -1 }, 'can never hold'],
  [{ the: 'customer.labels', oneOf: [] }, 'is one of none'],
])('%j is never true', (filter, says) => {
  expect(faults(filter)).toEqual([expect.stringContaining(says)]);
});

test.each([
  [
    {
      all: [
        { the: 'customer.source', is: 'a' },
        { the: 'customer.source', is: 'b' },
      ],
    },
  ],
  [
    {
      all: [
        { the: 'customer.source', is: 'a' },
        { the: 'customer.source', isNot: 'a' },
      ],
    },
  ],
  [
    {
      all: [
        { the: 'customer.source', is: 'a' },
        { the: 'customer.source', exists: false },
      ],
    },
  ],
  [{ all: [{ the: 'customer.labels', is: 'a' }, { not: { the: 'customer.labels', is: 'a' } }] }],
  [
    {
      all: [
        { the: 'customer.labels', exists: false },
        { the: 'customer.labels', is: 'a' },
      ],
    },
  ],
  [{ the: 'event.order.total', atLeast: 5000, lessThan: 5000 }],
  [{ the: 'customer.views.times', moreThan: 3, lessThan: 4 }],
  [
    {
      all: [
        { the: 'customer.lifecycle.orders', atLeast: 2 },
        { not: { the: 'customer.lifecycle.orders', atLeast: 1 } },
      ],
    },
  ],
  [{ the: 'customer.lastSignAt', daysAgoAtLeast: 90, daysAgoLessThan: 45 }],
  [{ all: [{ the: 'event.order.gift', is: true }, { not: { the: 'event.order.gift', isNot: false } }] }],
  [
    {
      all: [
        {
          any: [
            { the: 'customer.source', is: 'a' },
            { the: 'customer.source', is: 'b' },
          ],
        },
        { the: 'customer.source', is: 'c' },
      ],
    },
  ],
  [
    {
      all: [
        { the: 'customer.segments', is: 'first-time' },
        { the: 'customer.segments', is: 'prospect' },
      ],
    },
  ],
  [
    {
      all: [
        { the: 'customer.segments', is: 'dormant' },
        { the: 'customer.segments', is: 'churned' },
      ],
    },
  ],
])('%j excludes itself', (filter) => {
  expect(faults(filter)).toEqual([expect.stringContaining('can never hold at once; take one of them out')]);
});

test.each([
  [
    {
      all: [
        { the: 'customer.labels', is: 'a' },
        { the: 'customer.labels', is: 'b' },
      ],
    },
  ],
  [
    {
      all: [
        { the: 'customer.source', isNot: 'a' },
        { the: 'customer.source', exists: false },
      ],
    },
  ],
  [
    {
      all: [
        { the: 'event.order.items.quantity', atLeast: 5 },
        { the: 'event.order.items.quantity', lessThan: 2 },
      ],
    },
  ],
  [{ the: 'event.order.total', atLeast: 5000, atMost: 5000 }],
  [
    {
      any: [
        { the: 'customer.lifecycle.orders', is: 0 },
        { the: 'customer.lifecycle.orders', is: 1 },
      ],
    },
  ],
  [
    {
      not: {
        all: [
          { the: 'customer.source', is: 'a' },
          { the: 'customer.locale', is: 'ja' },
        ],
      },
    },
  ],
  [{ the: 'customer.subscriptions.productId', sameAs: 'event.order.items.productId' }],
  [{ all: [{ the: 'customer.segments', is: 'vip' }, { not: { the: 'customer.segments', is: 'dormant' } }] }],
  [{ the: 'customer.labels', is: 'event.tokyo' }],
])('%j may be true', (filter) => {
  expect(faults(filter)).toEqual([]);
});

test('a fault names its place, and each innermost part is told once', () => {
  const never: Filter = { all: [{ any: [{ the: 'customer.consent', is: 'sms' as never }] }] };
  const scenario = marketing({
    trigger: { on: 'OrderPlaced', filter: never },
    steps: [branch('fork', never, 'send-b', 'end'), send('b', { when: never }), exit('end')],
  });
  expect(valueFaults(scenario).map((fault) => fault.split(':')[0])).toEqual([
    'trigger filter',
    'step "fork"',
    'step "send-b"',
  ]);
});

test('no scenario or segment that ships asks what can never be', () => {
  expect(scenarios.flatMap((one) => valueFaults(one, filters).map((fault) => `${one.id}: ${fault}`))).toEqual(
    [],
  );
  expect(segments.flatMap(({ is }) => faults(is))).toEqual([]);
});
