import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const orderCancelled: Scenario = defineScenario({
  id: 'order-cancelled',
  version: 1,
  program: 18,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Confirms that an order has been cancelled.',
  hypothesis: 'A plain confirmation lets the customer come back another time.',
  motive: 'The customer wants to be sure that nothing is charged.',
  barrier: 'The customer does not know whether it was in time.',
  callToAction: 'Open the shop',
  kpi: 'Orders within 180 days after a cancellation',
  trigger: { on: 'OrderCancelled', oncePer: 'order', whileRunning: 'parallel' },
  steps: [{ id: 'cancelled', kind: 'send', template: 'order-cancelled/cancelled' }],
});
