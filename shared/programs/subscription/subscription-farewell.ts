import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const subscriptionFarewell: Scenario = defineScenario({
  id: 'subscription-farewell',
  version: 1,
  startSets: ['subscription'],
  program: 17,
  stage: 'retention',
  kind: 'marketing',
  topic: 'surveys',
  purpose: 'Asks one question, three days after a subscription has ended: why. It offers nothing.',
  hypothesis: 'Asked without being held back, people say what was wrong; mended, it keeps the next ones.',
  motive: 'The customer has an opinion.',
  barrier: 'The customer expects to be talked out of it.',
  callToAction: 'Answer the question',
  kpi: 'Answers for each 100 ended subscriptions',
  trigger: {
    on: 'SubscriptionCancelled',
    oncePer: { key: 'subscription.id' },
    whileRunning: 'ignore',
  },
  goal: { on: 'SurveyAnswered', within: days(30) },
  exitOn: [{ on: 'SubscriptionStarted', same: 'customer' }],
  steps: [
    { id: 'three-days', kind: 'wait', until: { day: 3, after: 'entry', at: '10:00' } },
    {
      id: 'why',
      kind: 'send',
      template: 'subscription-farewell/why',
      content: 'brand',
      survey: 'subscription-farewell',
    },
  ],
});
