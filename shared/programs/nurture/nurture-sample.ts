import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const nurtureSample: Scenario = defineScenario({
  id: 'nurture-sample',
  version: 2,
  startSets: ['starter-growing', 'subscription'],
  inFlight: {
    move: {
      'next-day': 'next-day',
      opened: 'opened',
      'four-days': 'four-days',
      use: 'use',
      'ten-days': 'ten-days',
      questions: 'questions',
      'three-weeks': 'three-weeks',
      next: 'next',
    },
  },
  program: 2,
  stage: 'education',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Goes with a sample from the day it arrives: have you opened it, use it so, what others ask, and what next.',
  hypothesis:
    'A sample sells only when it is used, and used rightly: most that do not lead to an order were never opened.',
  motive: 'The customer asked for it.',
  barrier: 'It lies unopened, or is used too little to tell.',
  callToAction: 'Open it, use it up, then choose the full size',
  kpi: 'Orders within 60 days of a sample',
  trigger: {
    on: 'SampleDelivered',
    filter: { the: 'customer.lifecycle.orders', is: 0 },
    oncePer: { key: 'sample.id' },
    whileRunning: 'ignore',
  },
  group: 'welcome',
  // The welcome’s offer has an end that was told: it is not cut off. Letters to whoever has no sample make way.
  whenTaken: 'wait',
  replaces: ['nurture-after-welcome', 'nurture'],
  priority: 'welcome',
  goal: { on: 'OrderPlaced', within: days(60) },
  steps: [
    { id: 'next-day', kind: 'wait', until: { day: 1, after: 'entry', at: '10:00' } },
    { id: 'opened', kind: 'send', template: 'nurture-sample/opened', content: 'product', patience: days(7) },
    { id: 'four-days', kind: 'wait', until: { day: 4, after: 'entry', at: '10:00' } },
    { id: 'use', kind: 'send', template: 'nurture-sample/use', content: 'product', patience: days(7) },
    { id: 'ten-days', kind: 'wait', until: { day: 10, after: 'entry', at: '10:00' } },
    { id: 'questions', kind: 'send', template: 'nurture/questions', content: 'brand', patience: days(7) },
    { id: 'three-weeks', kind: 'wait', until: { day: 21, after: 'entry', at: '10:00' } },
    { id: 'next', kind: 'send', template: 'nurture-sample/next', content: 'product', patience: days(7) },
  ],
});
