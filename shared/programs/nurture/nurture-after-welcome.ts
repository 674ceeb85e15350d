import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const nurtureAfterWelcome: Scenario = defineScenario({
  id: 'nurture-after-welcome',
  version: 2,
  startSets: ['starter-growing'],
  inFlight: {
    move: {
      'next-day': 'next-day',
      'how-to': 'how-to',
      'four-days': 'four-days',
      others: 'others',
      'ten-days': 'ten-days',
      questions: 'questions',
      'three-weeks': 'three-weeks',
      'first-step': 'first-step',
    },
  },
  program: 2,
  stage: 'education',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Takes over where the welcome has ended without an order: the same four letters that turn interest into need.',
  hypothesis:
    'Who did not take the offer was not waiting for a discount: answers move the customer where a coupon did not.',
  motive: 'The customer let the offer pass and still reads us.',
  barrier: 'The customer cannot tell whether it is the right thing.',
  callToAction: 'Read the product pages, then begin small',
  kpi: 'First orders within 60 days after the welcome',
  trigger: {
    segment: 'welcomed',
    when: 'entered',
    filter: { the: 'customer.lifecycle.orders', is: 0 },
    oncePer: 'ever',
    whileRunning: 'ignore',
  },
  group: 'welcome',
  // Who has asked for a sample, or came by a friend, has letters of their own.
  whenTaken: 'skip',
  priority: 'welcome',
  goal: { on: 'OrderPlaced', within: days(60) },
  steps: [
    { id: 'next-day', kind: 'wait', until: { day: 1, after: 'entry', at: '10:00' } },
    { id: 'how-to', kind: 'send', template: 'nurture/how-to', content: 'product', patience: days(7) },
    { id: 'four-days', kind: 'wait', until: { day: 4, after: 'entry', at: '10:00' } },
    { id: 'others', kind: 'send', template: 'nurture/others', content: 'product', patience: days(7) },
    { id: 'ten-days', kind: 'wait', until: { day: 10, after: 'entry', at: '10:00' } },
    { id: 'questions', kind: 'send', template: 'nurture/questions', content: 'brand', patience: days(7) },
    { id: 'three-weeks', kind: 'wait', until: { day: 21, after: 'entry', at: '10:00' } },
    { id: 'first-step', kind: 'send', template: 'nurture/first-step', content: 'product', patience: days(7) },
  ],
});
