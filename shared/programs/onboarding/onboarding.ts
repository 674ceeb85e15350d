import type { Filter } from '../../core/language/filter.ts';
import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';
import { notOwnPurchase } from '../own-purchase.ts';

const noOpenCase: Filter = { the: 'customer.helps.id', exists: false };

export const onboarding: Scenario = defineScenario({
  id: 'onboarding',
  version: 2,
  program: 3,
  stage: 'education',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Helps with the first days of a first parcel: how to begin, where to ask, how is it going. None for a present, and silent while a support case is open.',
  hypothesis: 'Who begins well in the first three days keeps using it, and comes back unasked.',
  motive: 'The customer has it in hand and wants it to work.',
  barrier: 'The customer is unsure whether they are using it right.',
  callToAction: 'See how to use it; write us a word',
  kpi: 'Second orders within 90 days of the first',
  trigger: {
    on: 'OrderPlaced',
    filter: { the: 'customer.lifecycle.orders', is: 1 },
    oncePer: 'ever',
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', within: days(90) },
  exitOn: [notOwnPurchase],
  inFlight: {
    move: {
      'two-days': 'two-days',
      tutorial: 'tutorial',
      'five-days': 'five-days',
      'where-to-ask': 'where-to-ask',
      'ten-days': 'ten-days',
      'how-is-it': 'how-is-it',
    },
  },
  steps: [
    { id: 'two-days', kind: 'wait', until: { day: 2, after: 'arrived', at: '10:00' } },
    {
      id: 'tutorial',
      kind: 'send',
      template: 'onboarding/tutorial',
      content: 'product',
      when: { all: [noOpenCase, { the: 'customer.newProducts', exists: true }] },
    },
    { id: 'five-days', kind: 'wait', until: { day: 5, after: 'arrived', at: '10:00' } },
    {
      id: 'where-to-ask',
      kind: 'send',
      template: 'onboarding/where-to-ask',
      content: 'brand',
      when: noOpenCase,
    },
    { id: 'ten-days', kind: 'wait', until: { day: 10, after: 'arrived', at: '10:00' } },
    { id: 'how-is-it', kind: 'send', template: 'onboarding/how-is-it', content: 'brand', when: noOpenCase },
  ],
});
