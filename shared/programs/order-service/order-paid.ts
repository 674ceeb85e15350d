import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const orderPaid: Scenario = defineScenario({
  id: 'order-paid',
  version: 1,
  program: 18,
  stage: 'conversion',
  kind: 'transactional',
  purpose:
    'Tells her that a payment made after the order has come. Payments by card are part of the order, whose thanks says it all; so it asks for payment.method.',
  hypothesis: 'Somebody who knows that her money has come asks the service less and waits in peace.',
  motive: 'She wants to know that her payment has not been lost.',
  barrier: 'Money sent without an answer makes her doubt.',
  callToAction: 'See your order',
  kpi: 'Enquiries about payment for each 100 orders',
  trigger: {
    on: 'OrderPaid',
    filter: {
      all: [
        { the: 'event.payment.method', exists: true },
        { not: { the: 'event.payment.method', oneOf: ['card', 'credit-card'] } },
      ],
    },
    oncePer: 'order',
    whileRunning: 'parallel',
  },
  exitOn: ['OrderCancelled', 'OrderRefunded'],
  steps: [{ id: 'paid', kind: 'send', template: 'order-paid/paid' }],
});
