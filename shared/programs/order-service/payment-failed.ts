import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const paymentFailed: Scenario = defineScenario({
  id: 'payment-failed',
  version: 1,
  program: 18,
  stage: 'conversion',
  kind: 'transactional',
  purpose:
    'Tells the customer at once that a payment for an order did not go through, and once more after three days. Payments of a subscription have a scenario of their own.',
  hypothesis: 'A failed card is mostly an accident: informed at once, and kindly, the customer repairs it.',
  motive: 'The customer wants what they ordered.',
  barrier: 'The customer does not know that it failed, or is embarrassed.',
  callToAction: 'Correct the payment',
  kpi: 'Share of failed payments that are mended within 7 days',
  trigger: {
    on: 'PaymentFailed',
    filter: { the: 'event.subscription.id', exists: false },
    oncePer: 'order',
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPaid', within: days(14) },
  exitOn: ['OrderCancelled'],
  steps: [
    { id: 'failed', kind: 'send', template: 'payment-failed/failed' },
    { id: 'three-days', kind: 'wait', until: { day: 3, after: 'entry', at: '10:00' } },
    { id: 'still-open', kind: 'send', template: 'payment-failed/still-open' },
  ],
});
