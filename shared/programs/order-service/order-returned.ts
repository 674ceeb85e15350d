import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const orderReturned: Scenario = defineScenario({
  id: 'order-returned',
  version: 1,
  program: 18,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Says that a return has come, and what happens next.',
  hypothesis: 'A return that goes smoothly makes the next order likelier than no return at all.',
  motive: 'The customer wants the money back or another one.',
  barrier: 'The customer fears that it got lost.',
  callToAction: 'See your order',
  kpi: 'Orders within 180 days after a return',
  trigger: { on: 'OrderReturned', oncePer: 'order', whileRunning: 'parallel' },
  exitOn: ['OrderRefunded', 'OrderExchanged'],
  steps: [{ id: 'returned', kind: 'send', template: 'order-returned/returned' }],
});
