import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const subscriptionPaused: Scenario = defineScenario({
  id: 'subscription-paused',
  version: 1,
  program: 17,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Confirms a pause at once.',
  hypothesis: 'A pause that is easy is better than a stop.',
  motive: 'The customer has enough for now.',
  barrier: 'The customer fears that it is charged all the same.',
  callToAction: 'Open your subscription',
  kpi: 'Share of pauses that are taken up again',
  trigger: { on: 'SubscriptionPaused', oncePer: { key: 'eventId' }, whileRunning: 'parallel' },
  steps: [{ id: 'paused', kind: 'send', template: 'subscription-paused/paused' }],
});
