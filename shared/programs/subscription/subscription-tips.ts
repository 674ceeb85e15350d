import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const subscriptionTips: Scenario = defineScenario({
  id: 'subscription-tips',
  version: 1,
  startSets: ['subscription'],
  program: 17,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose: 'A letter with the second and with the third delivery, the two at which most people leave.',
  hypothesis:
    'Customers who change the rhythm to their own days at the second delivery stay beyond the third.',
  motive: 'It works, more or less.',
  barrier: 'It comes too often, or has become ordinary.',
  callToAction: 'Review the interval; see other ways to use it',
  kpi: 'Continuation from the second and third delivery',
  trigger: {
    on: 'SubscriptionRenewed',
    filter: { the: 'event.subscription.nth', oneOf: [2, 3] },
    oncePer: { key: 'eventId' },
    whileRunning: 'ignore',
  },
  exitOn: ['SubscriptionCancelled', 'SubscriptionPaused'],
  steps: [
    { id: 'three-days', kind: 'wait', until: { day: 3, after: 'entry', at: '10:00' } },
    {
      id: 'which',
      kind: 'branch',
      when: [{ if: { the: 'event.subscription.nth', is: 2 }, then: 'second' }],
      else: 'third',
    },
    { id: 'second', kind: 'send', template: 'subscription-tips/second', content: 'product' },
    { id: 'second-told', kind: 'exit', outcome: 'told' },
    { id: 'third', kind: 'send', template: 'subscription-tips/third', content: 'product' },
  ],
});
