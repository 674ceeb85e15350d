import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { handedOverInShop } from '../own-purchase.ts';

export const parcelShipped: Scenario = defineScenario({
  id: 'parcel-shipped',
  version: 2,
  program: 18,
  stage: 'retention',
  kind: 'transactional',
  purpose:
    'One notice for each parcel that leaves, with its tracking number; none once that parcel has been delivered.',
  hypothesis: 'Customers who can follow their parcel look forward to it, and do not ask where it is.',
  motive: 'The customer looks forward to it.',
  barrier: 'The customer does not know when to be at home.',
  callToAction: 'Follow the parcel',
  kpi: 'Enquiries about delivery for each 100 parcels',
  trigger: { on: 'OrderShipped', oncePer: { key: 'shipment.id' }, whileRunning: 'parallel' },
  exitOn: ['OrderDelivered', handedOverInShop],
  inFlight: { move: { shipped: 'shipped' } },
  steps: [{ id: 'shipped', kind: 'send', template: 'parcel-shipped/shipped' }],
});
