import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';
import { notOwnPurchase } from '../own-purchase.ts';

export const reviewRequest: Scenario = defineScenario({
  id: 'review-request',
  version: 3,
  startSets: ['starter-growing', 'subscription'],
  inFlight: {
    move: {
      'day-14': 'day-14',
      ask: 'ask',
      'day-21': 'day-21',
      remind: 'remind',
    },
  },
  program: 19,
  stage: 'retention',
  kind: 'marketing',
  topic: 'surveys',
  purpose: 'Asks for an honest review two weeks after the parcel, and once more a week later.',
  hypothesis:
    'A fortnight in, customers know what they think; who is asked for a sentence, and not for praise, writes.',
  motive: 'To help whoever has the same question now.',
  barrier: 'The customer does not know what to write, or thinks it must be long.',
  callToAction: 'Write one sentence.',
  kpi: 'Reviews for each 100 parcels, and the share that may be quoted.',
  priority: 'post-purchase',
  trigger: {
    on: 'OrderPlaced',
    oncePer: { every: days(60) },
    whileRunning: 'ignore',
  },
  goal: { on: 'ReviewPosted', same: 'customer', within: days(60) },
  exitOn: [{ when: { the: 'customer.labels', is: 'care-first' } }, notOwnPurchase],
  steps: [
    { id: 'day-14', kind: 'wait', until: { day: 14, after: 'arrived', at: '19:00' } },
    {
      id: 'ask',
      kind: 'send',
      template: 'review-request/ask',
      content: 'brand',
      asks: true,
      place: 'may',
      patience: days(10),
    },
    { id: 'day-21', kind: 'wait', until: { day: 21, after: 'arrived', at: '19:00' } },
    {
      id: 'remind',
      kind: 'send',
      template: 'review-request/remind',
      content: 'brand',
      needs: 'ask',
      // A first buyer is reminded of the survey, and of nothing else.
      when: { the: 'customer.lifecycle.orders', atLeast: 2 },
      patience: days(10),
    },
  ],
});
