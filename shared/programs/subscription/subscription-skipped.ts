import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const subscriptionSkipped: Scenario = defineScenario({
  id: 'subscription-skipped',
  version: 1,
  program: 17,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Confirms at once that a delivery is skipped, and says when the next one comes.',
  hypothesis: 'Who can skip one does not have to stop.',
  motive: 'The customer still has some.',
  barrier: 'The customer fears that it comes all the same.',
  callToAction: 'Open your subscription',
  kpi: 'Continuation after a skip',
  trigger: { on: 'SubscriptionSkipped', oncePer: { key: 'eventId' }, whileRunning: 'parallel' },
  steps: [{ id: 'skipped', kind: 'send', template: 'subscription-skipped/skipped' }],
});
