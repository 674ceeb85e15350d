import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';
import { notOwnPurchase } from '../own-purchase.ts';

export const crossSell: Scenario = defineScenario({
  id: 'cross-sell',
  version: 3,
  startSets: ['starter-growing'],
  inFlight: {
    move: {
      'three-weeks': 'three-weeks',
      content: 'content',
      'not-now': 'not-now',
      'goes-with-it': 'goes-with-it',
      'six-weeks': 'six-weeks',
      'a-step-on': 'a-step-on',
    },
  },
  program: 11,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Three weeks after a parcel, to who is content: what goes well with it, then a step further in. Silent while a case is open or a low word stands.',
  hypothesis:
    'A pairing that makes the thing the customer has better sells more than another thing beside it.',
  motive: 'The customer likes what they have and would enjoy it in a new way.',
  barrier: 'The customer does not know what goes together, and fears to buy the same twice.',
  callToAction: 'See what goes together.',
  kpi: 'Orders with a second category within 45 days, against holdout.',
  holdout: 'auto',
  trigger: {
    on: 'OrderPlaced',
    oncePer: 'order',
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', within: days(90) },
  exitOn: [
    { on: 'ReviewPosted', filter: { the: 'event.review.rating', atMost: 2 }, same: 'customer' },
    notOwnPurchase,
  ],
  steps: [
    { id: 'three-weeks', kind: 'wait', until: { day: 21, after: 'arrived', at: '10:00' } },
    {
      id: 'content',
      kind: 'branch',
      when: [
        {
          if: {
            any: [
              { the: 'customer.helps.id', exists: true },
              { the: 'customer.labels', is: 'care-first' },
            ],
          },
          then: 'not-now',
        },
      ],
      else: 'goes-with-it',
    },
    { id: 'not-now', kind: 'exit', outcome: 'not-content' },
    {
      id: 'goes-with-it',
      kind: 'send',
      template: 'cross-sell/goes-with-it',
      content: 'product',
      place: 'may',
      patience: days(5),
    },
    { id: 'six-weeks', kind: 'wait', until: { day: 42, after: 'arrived', at: '10:00' } },
    {
      id: 'a-step-on',
      kind: 'send',
      template: 'cross-sell/a-step-on',
      content: 'product',
      place: 'may',
      patience: days(5),
      when: {
        all: [
          { the: 'customer.helps.id', exists: false },
          { not: { the: 'customer.subscriptions.state', is: 'active' } },
        ],
      },
    },
  ],
});
