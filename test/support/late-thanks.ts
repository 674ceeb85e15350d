/** An order mail that waits some days: what a lost transactional timer is shown by. */
import { defineScenario } from '../../shared/core/language/scenario.ts';
import { days } from '../../shared/core/values/duration.ts';

export const lateThanks = defineScenario({
  id: 'order-thanks',
  version: 1,
  stage: 'conversion',
  kind: 'transactional',
  purpose: 'Thanks for each order after some days.',
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
  exitOn: ['OrderCancelled'],
  steps: [
    { id: 'days', kind: 'wait', for: days(3) },
    { id: 'thanks', kind: 'send', template: 'order-thanks/thanks' },
  ],
});
