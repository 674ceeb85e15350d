import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const orderRefunded: Scenario = defineScenario({
  id: 'order-refunded',
  version: 2,
  program: 18,
  stage: 'retention',
  kind: 'transactional',
  purpose:
    'Says that the refund has been made, and when it will show; nothing where lines were taken out and no money went back.',
  hypothesis: 'Who knows when the money comes back does not have to ask.',
  motive: 'The customer wants to be sure.',
  barrier: 'A card’s statement shows it weeks later.',
  callToAction: 'See your order',
  kpi: 'Enquiries about refunds for each 100 refunds',
  trigger: {
    on: 'OrderRefunded',
    filter: { the: 'event.refund.amount', isNot: 0 },
    oncePer: 'order',
    whileRunning: 'parallel',
  },
  inFlight: { move: { refunded: 'refunded' } },
  steps: [{ id: 'refunded', kind: 'send', template: 'order-refunded/refunded' }],
});
