import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const orderExchanged: Scenario = defineScenario({
  id: 'order-exchanged',
  version: 1,
  program: 18,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Says that another one is being prepared.',
  hypothesis: 'An exchange that is announced step by step keeps the customer.',
  motive: 'The customer still wants it.',
  barrier: 'The customer has had trouble once already.',
  callToAction: 'See your order',
  kpi: 'Orders within 180 days after an exchange',
  trigger: { on: 'OrderExchanged', oncePer: 'order', whileRunning: 'parallel' },
  exitOn: ['OrderRefunded'],
  steps: [{ id: 'exchanged', kind: 'send', template: 'order-exchanged/exchanged' }],
});
