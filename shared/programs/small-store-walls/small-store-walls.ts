import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const smallStoreWalls: Scenario = defineScenario({
  id: 'small-store-walls',
  version: 1,
  program: 7,
  enabled: false,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Six letters of a small store for the five walls before a second order: trust in the company, in the product, safety, reassurance, right use, effect. Off until a store switches it on: it takes the place of the large store’s letters, and its words want the store’s own story.',
  hypothesis:
    'A first buyer of a small store does not come back because one wall still stands; taken down in order, the second order follows by itself.',
  motive: 'The customer wants the choice to become a good habit.',
  barrier: 'The customer does not know the store, its makers, or whether they are using it right.',
  callToAction: 'Read on, and ask when in doubt.',
  kpi: 'Second order within 90 days of the first.',
  group: 'post-purchase',
  priority: 'post-purchase',
  trigger: {
    on: 'OrderPlaced',
    filter: {
      all: [
        { the: 'customer.lifecycle.orders', is: 1 },
        { the: 'event.order.gift', isNot: true },
      ],
    },
    oncePer: 'ever',
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', within: days(90) },
  exitOn: ['OrderReturned', 'OrderCancelled', { when: { the: 'customer.labels', is: 'care-first' } }],
  steps: [
    { id: 'day-1', kind: 'wait', until: { day: 1, after: 'arrived', at: '19:00' } },
    {
      id: 'company',
      kind: 'send',
      template: 'small-store-walls/company',
      content: 'brand',
      expiry: days(2),
      // A friend has vouched for the store: this wall the customer has passed.
      when: { not: { the: 'customer.labels', is: 'referred' } },
    },
    { id: 'day-3', kind: 'wait', until: { day: 3, after: 'arrived', at: '19:00' } },
    {
      id: 'product',
      kind: 'send',
      template: 'small-store-walls/product',
      content: 'product',
      expiry: days(2),
    },
    { id: 'day-6', kind: 'wait', until: { day: 6, after: 'arrived', at: '19:00' } },
    { id: 'safety', kind: 'send', template: 'small-store-walls/safety', content: 'product', expiry: days(3) },
    { id: 'day-10', kind: 'wait', until: { day: 10, after: 'arrived', at: '19:00' } },
    {
      id: 'order-of-walls',
      kind: 'branch',
      when: [
        {
          if: { the: 'customer.categories.early', oneOf: ['calm', 'kitchen', 'explorer'] },
          then: 'use-first',
        },
      ],
      else: 'assurance',
    },
    {
      id: 'use-first',
      kind: 'send',
      template: 'small-store-walls/use',
      content: 'product',
      expiry: days(3),
    },
    { id: 'day-15-of-use', kind: 'wait', until: { day: 15, after: 'arrived', at: '19:00' } },
    {
      id: 'assurance-second',
      kind: 'send',
      template: 'small-store-walls/assurance',
      content: 'brand',
      expiry: days(3),
    },
    { id: 'to-effect', kind: 'goto', to: 'day-22' },
    {
      id: 'assurance',
      kind: 'send',
      template: 'small-store-walls/assurance',
      content: 'brand',
      expiry: days(3),
    },
    { id: 'day-15', kind: 'wait', until: { day: 15, after: 'arrived', at: '19:00' } },
    { id: 'use', kind: 'send', template: 'small-store-walls/use', content: 'product', expiry: days(3) },
    { id: 'day-22', kind: 'wait', until: { day: 22, after: 'arrived', at: '19:00' } },
    {
      id: 'effect',
      kind: 'send',
      template: 'small-store-walls/effect',
      content: 'product',
      expiry: days(3),
      when: { not: { the: 'customer.labels', is: 'delighted' } },
    },
  ],
});
