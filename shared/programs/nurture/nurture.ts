import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const nurture: Scenario = defineScenario({
  id: 'nurture',
  version: 1,
  startSets: ['starter-growing'],
  program: 2,
  stage: 'education',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Turns the interest of somebody who has looked at a product into need: how to choose, how others use it, questions answered. Off until the store switches it on, since it asks for every product view.',
  hypothesis:
    'A first order is held back less by price than by open questions; answered one by one, they let the customer try.',
  motive: 'Something has caught the customer’s eye.',
  barrier: 'The customer cannot tell whether it is the right thing.',
  callToAction: 'Read the product pages, then begin small',
  kpi: 'First orders within 60 days',
  waitsFor: 'Voices of customers who permitted it; until then the letter leads to the shop’s own page.',
  enabled: false,
  trigger: {
    on: 'ProductViewed',
    filter: { the: 'customer.lifecycle.orders', is: 0 },
    oncePer: 'ever',
    whileRunning: 'ignore',
  },
  group: 'welcome',
  priority: 'welcome',
  goal: { on: 'OrderPlaced', within: days(60) },
  steps: [
    { id: 'next-day', kind: 'wait', until: { day: 1, after: 'entry', at: '10:00' } },
    { id: 'how-to', kind: 'send', template: 'nurture/how-to', content: 'product' },
    { id: 'four-days', kind: 'wait', until: { day: 4, after: 'entry', at: '10:00' } },
    { id: 'others', kind: 'send', template: 'nurture/others', content: 'product' },
    { id: 'ten-days', kind: 'wait', until: { day: 10, after: 'entry', at: '10:00' } },
    { id: 'questions', kind: 'send', template: 'nurture/questions', content: 'brand' },
    { id: 'three-weeks', kind: 'wait', until: { day: 21, after: 'entry', at: '10:00' } },
    { id: 'first-step', kind: 'send', template: 'nurture/first-step', content: 'product' },
  ],
});
