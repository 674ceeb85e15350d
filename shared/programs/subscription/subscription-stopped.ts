import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const subscriptionStopped: Scenario = defineScenario({
  id: 'subscription-stopped',
  version: 1,
  program: 17,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Confirms at once that a subscription has ended. No offer to stay stands in its way.',
  hypothesis: 'Who could leave without trouble comes back more gladly.',
  motive: 'The customer has decided.',
  barrier: 'The customer fears to be held back.',
  callToAction: 'Open the shop',
  kpi: 'Orders within 365 days after the end',
  trigger: { on: 'SubscriptionCancelled', oncePer: { key: 'eventId' }, whileRunning: 'parallel' },
  steps: [{ id: 'stopped', kind: 'send', template: 'subscription-stopped/stopped' }],
});
