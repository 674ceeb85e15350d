import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const subscriptionCare: Scenario = defineScenario({
  id: 'subscription-care',
  version: 2,
  startSets: ['subscription'],
  inFlight: {
    move: {
      'five-days': 'five-days',
      begin: 'begin',
      fortnight: 'fortnight',
      'keep-going': 'keep-going',
    },
  },
  program: 17,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose: 'Begins a subscription with right use: people who never learnt it are the first to leave.',
  hypothesis: 'Who uses the first pack up, in the right way, takes the third.',
  motive: 'The customer has decided to try it for a while.',
  barrier: 'It piles up unused.',
  callToAction: 'See how to use it',
  kpi: 'Continuation to the third delivery',
  trigger: {
    on: 'SubscriptionStarted',
    oncePer: { key: 'subscription.id' },
    whileRunning: 'ignore',
  },
  goal: { on: 'SubscriptionRenewed', within: days(60), same: 'subscription' },
  exitOn: ['SubscriptionCancelled', 'SubscriptionPaused'],
  steps: [
    { id: 'five-days', kind: 'wait', until: { day: 5, after: 'entry', at: '10:00' } },
    { id: 'begin', kind: 'send', template: 'subscription-care/begin', content: 'product' },
    { id: 'fortnight', kind: 'wait', until: { day: 14, after: 'entry', at: '10:00' } },
    {
      id: 'keep-going',
      kind: 'send',
      template: 'subscription-care/keep-going',
      content: 'brand',
      patience: days(5),
    },
  ],
});
