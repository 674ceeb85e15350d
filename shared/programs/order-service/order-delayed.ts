import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const orderDelayed: Scenario = defineScenario({
  id: 'order-delayed',
  version: 1,
  program: 18,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Says at once that an order will be late, until when, and that the customer may cancel.',
  hypothesis: 'A delay that the store announces costs less trust than one the customer finds out.',
  motive: 'The customer has planned with the day.',
  barrier: 'Silence makes the customer think the worst.',
  callToAction: 'See your order',
  kpi: 'Cancellations for each 100 delayed orders',
  trigger: { on: 'OrderDelayed', oncePer: { key: 'eventId' }, whileRunning: 'parallel' },
  exitOn: ['OrderDelivered', 'OrderCancelled'],
  steps: [{ id: 'delayed', kind: 'send', template: 'order-delayed/delayed' }],
});
