import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const orderDelayed: Scenario = defineScenario({
  id: 'order-delayed',
  version: 1,
  program: 18,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Says at once that an order will be late, until when, and that she may cancel.',
  hypothesis: 'A delay that the store tells first costs less trust than one she finds out.',
  motive: 'She has planned with the day.',
  barrier: 'Silence makes her think the worst.',
  callToAction: 'See your order',
  kpi: 'Cancellations for each 100 delayed orders',
  trigger: { on: 'OrderDelayed', oncePer: { key: 'eventId' }, whileRunning: 'parallel' },
  exitOn: ['OrderDelivered', 'OrderCancelled'],
  steps: [{ id: 'delayed', kind: 'send', template: 'order-delayed/delayed' }],
});
