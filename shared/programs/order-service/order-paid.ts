import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const orderPaid: Scenario = defineScenario({
  id: 'order-paid',
  version: 1,
  program: 18,
  stage: 'conversion',
  kind: 'transactional',
  purpose:
    'Tells the customer that a payment made after the order has come. Payments by card are part of the order, whose thanks says it all; so it asks for payment.method.',
  hypothesis: 'Customers who know that their money has come ask the service less and wait in peace.',
  motive: 'The customer wants to know that the payment has not been lost.',
  barrier: 'Money sent without an answer makes the customer doubt.',
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
