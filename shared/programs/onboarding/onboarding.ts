import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';
import { notOwnPurchase } from '../own-purchase.ts';
import { usedUpAtOnce } from '../rhythms.ts';

export const onboarding: Scenario = defineScenario({
  id: 'onboarding',
  version: 4,
  startSets: ['starter-small', 'starter-growing', 'subscription'],
  inFlight: {
    move: {
      'two-days': 'two-days',
      tutorial: 'tutorial',
      'five-days': 'five-days',
      'where-to-ask': 'where-to-ask',
      begun: 'begun',
      'ten-days': 'begun',
      'how-is-it': 'begun',
    },
  },
  program: 3,
  stage: 'education',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Helps with the first days of a first parcel: how to begin, and where to ask. How it is going asks the letter a week after the parcel. None for a present.',
  hypothesis: 'Who begins well in the first three days keeps using it, and comes back unasked.',
  motive: 'The customer has it in hand and wants it to work.',
  barrier: 'The customer is unsure whether they are using it right.',
  callToAction: 'See how to use it',
  kpi: 'Second orders within 90 days of the first',
  trigger: {
    on: 'OrderPlaced',
    filter: { the: 'customer.lifecycle.orders', is: 1 },
    oncePer: 'ever',
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', within: days(90) },
  exitOn: [notOwnPurchase],
  steps: [
    { id: 'two-days', kind: 'wait', until: { day: 2, rhythm: 'use', after: 'arrived', at: '10:00' } },
    {
      id: 'tutorial',
      kind: 'send',
      template: 'onboarding/tutorial',
      content: 'product',
      patience: days(2),
      when: { the: 'customer.newProducts', exists: true },
    },
    { id: 'five-days', kind: 'wait', until: { day: 5, after: 'arrived', at: '10:00' } },
    {
      id: 'where-to-ask',
      kind: 'send',
      template: 'onboarding/where-to-ask',
      content: 'brand',
      patience: days(5),
      when: { not: usedUpAtOnce },
    },
    { id: 'begun', kind: 'exit' },
  ],
});
