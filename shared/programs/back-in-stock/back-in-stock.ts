import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const backInStock: Scenario = defineScenario({
  id: 'back-in-stock',
  version: 1,
  startSets: ['starter-growing'],
  program: 22,
  stage: 'conversion',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'A product is back: announced once to who asked for it, in the order of asking, and to no more customers than there are pieces. Off by default: it needs the store to report its stock.',
  enabled: false,
  hypothesis: 'Who asked to be notified has decided already; the mail has only to be quick and true.',
  motive: 'The customer wants just this one.',
  barrier: 'It was sold out when the customer came.',
  callToAction: 'Open its page.',
  kpi: 'Orders of the product within 3 days of the mail.',
  priority: 'back-in-stock',
  trigger: {
    on: 'ProductRestocked',
    filter: {
      all: [
        { the: 'customer.asked', sameAs: 'event.product.id' },
        { not: { the: 'event.product.stock', is: 0 } },
      ],
    },
    oncePer: { key: 'product.id' },
    whileRunning: 'parallel',
    atMost: 3,
  },
  goal: { on: 'OrderPlaced', within: days(14) },
  steps: [{ id: 'back', kind: 'send', template: 'back-in-stock/back', content: 'product', expiry: days(2) }],
});
