import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { handedOverInShop } from '../own-purchase.ts';

export const orderDelivered: Scenario = defineScenario({
  id: 'order-delivered',
  version: 2,
  program: 18,
  stage: 'retention',
  kind: 'transactional',
  purpose:
    'Says that the order has come, or a part of it where other parcels are still on their way; what to look at when opening it, and whom to tell if it has not.',
  hypothesis: 'Faults that are found on the first day are mended; those found later become bad memories.',
  motive: 'The customer wants to open it.',
  barrier: 'The customer does not look inside until later.',
  callToAction: 'See how to use it',
  kpi: 'Faults reported within two days of delivery',
  trigger: { on: 'OrderDelivered', oncePer: { key: 'eventId' }, whileRunning: 'parallel' },
  exitOn: ['OrderReturned', handedOverInShop],
  inFlight: { move: { delivered: 'delivered' } },
  steps: [
    {
      id: 'whole',
      kind: 'branch',
      when: [{ if: { the: 'enrolment.hasAllParcels', is: false }, then: 'part' }],
      else: 'delivered',
    },
    { id: 'part', kind: 'send', template: 'order-delivered/part' },
    { id: 'part-told', kind: 'exit', outcome: 'part' },
    { id: 'delivered', kind: 'send', template: 'order-delivered/delivered' },
  ],
});
