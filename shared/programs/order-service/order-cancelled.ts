import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const orderCancelled: Scenario = defineScenario({
  id: 'order-cancelled',
  version: 1,
  program: 18,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Confirms that an order has been cancelled.',
  hypothesis: 'A plain confirmation lets her come back another time.',
  motive: 'She wants to be sure that nothing is charged.',
  barrier: 'She does not know whether it was in time.',
  callToAction: 'Open the shop',
  kpi: 'Orders within 180 days after a cancellation',
  trigger: { on: 'OrderCancelled', oncePer: 'order', whileRunning: 'parallel' },
  steps: [{ id: 'cancelled', kind: 'send', template: 'order-cancelled/cancelled' }],
});
