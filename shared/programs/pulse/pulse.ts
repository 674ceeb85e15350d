import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';
import { notOwnPurchase } from '../own-purchase.ts';

export const pulse: Scenario = defineScenario({
  id: 'pulse',
  version: 3,
  startSets: ['starter-growing', 'subscription'],
  inFlight: {
    move: {
      'day-35': 'day-35',
      ask: 'ask',
    },
  },
  program: 21,
  stage: 'retention',
  kind: 'marketing',
  topic: 'surveys',
  purpose:
    'Asks five weeks after the parcel whether the customer uses it, and how it compares with what was expected.',
  hypothesis:
    'Between the parcel and the next order lies the use: who has stopped can be helped to begin again, who is delighted tells a friend.',
  motive: 'One press, and advice that fits.',
  barrier: 'Nobody admits unasked to have stopped.',
  callToAction: 'Tell us by one press whether you use it.',
  kpi: 'Share who answer; share who use it; second order by answer.',
  priority: 'post-purchase',
  trigger: {
    on: 'OrderPlaced',
    filter: { not: { the: 'customer.done', is: 'survey:pulse' } },
    oncePer: { every: days(180) },
    whileRunning: 'ignore',
  },
  goal: {
    on: 'SurveyAnswered',
    filter: { the: 'event.survey.id', is: 'pulse' },
    same: 'customer',
    within: days(90),
  },
  exitOn: [{ when: { the: 'customer.labels', is: 'care-first' } }, notOwnPurchase],
  steps: [
    { id: 'day-35', kind: 'wait', until: { day: 35, after: 'arrived', at: '19:00' } },
    {
      id: 'ask',
      kind: 'send',
      template: 'pulse/ask',
      content: 'brand',
      survey: 'pulse',
      asks: true,
      place: 'may',
      patience: days(10),
    },
  ],
});
