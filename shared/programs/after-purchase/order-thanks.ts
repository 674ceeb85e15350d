import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const orderThanks: Scenario = defineScenario({
  id: 'order-thanks',
  version: 2,
  program: 6,
  stage: 'conversion',
  kind: 'transactional',
  purpose:
    'Thanks for each order at once and shows what was ordered, so that the customer can trust it has reached the store.',
  hypothesis:
    'Customers who are thanked at once, and can check what they ordered, wait in peace and ask less.',
  motive: 'The customer has just decided, and is glad of it.',
  barrier: 'For a moment the customer wonders whether it went through.',
  callToAction: 'Check your order',
  kpi: 'Enquiries about orders for each 100 orders',
  trigger: {
    on: 'OrderPlaced',
    // A renewal is told of by the notices of its subscription, and by its parcel.
    filter: { the: 'event.order.origin', isNot: 'renewal' },
    oncePer: 'order',
    whileRunning: 'parallel',
  },
  inFlight: { move: { thanks: 'thanks' } },
  exitOn: ['OrderCancelled'],
  steps: [{ id: 'thanks', kind: 'send', template: 'order-thanks/thanks' }],
});
