import { defineScenario } from '../core/scenario.ts';

export const orderThanks = defineScenario({
  id: 'order-thanks',
  version: 1,
  stage: 'conversion',
  kind: 'transactional',
  purpose:
    'Thanks for each order at once and shows what was ordered, so that she can trust it has reached the store.',
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
  exitOn: ['OrderCancelled'],
  steps: [{ id: 'thanks', kind: 'send', template: 'order-thanks/thanks' }],
});
