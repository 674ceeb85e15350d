import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const priceDrop: Scenario = defineScenario({
  id: 'price-drop',
  version: 1,
  startSets: ['starter-growing'],
  program: 22,
  stage: 'conversion',
  kind: 'marketing',
  topic: 'offers',
  purpose:
    'A lower price, announced once to who looked at the product at least twice and does not own it. Off by default: prices change for many reasons.',
  enabled: false,
  hypothesis: 'Who looked twice and left was held back by the price more often than by doubt.',
  motive: 'The customer liked it enough to come back to it.',
  barrier: 'It was a little too dear.',
  callToAction: 'Open its page.',
  kpi: 'Orders of the product within 7 days of the mail.',
  waitsFor: 'A storefront that reports the price before ("previousPrice"); without it nobody is written to.',
  priority: 'back-in-stock',
  trigger: {
    on: 'ProductPriceChanged',
    filter: {
      all: [
        { the: 'event.product.price', lessThanThe: 'event.product.previousPrice' },
        { the: 'customer.views.productId', sameAs: 'event.product.id' },
        { not: { the: 'customer.owned.productId', sameAs: 'event.product.id' } },
      ],
    },
    oncePer: { key: 'product.id' },
    whileRunning: 'parallel',
    atMost: 3,
  },
  goal: { on: 'OrderPlaced', within: days(14) },
  steps: [
    { id: 'next-ten', kind: 'wait', next: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], at: '10:00' },
    { id: 'lower', kind: 'send', template: 'price-drop/lower-price', content: 'product', expiry: days(2) },
  ],
});
