import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const deliveryFailed: Scenario = defineScenario({
  id: 'delivery-failed',
  version: 1,
  program: 18,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Says that a parcel could not be handed over, and how to have it brought again.',
  hypothesis: 'Informed the same day, the customer arranges another delivery before the parcel goes back.',
  motive: 'The customer was waiting for it.',
  barrier: 'The note of the carrier is easily missed.',
  callToAction: 'Arrange a new delivery',
  kpi: 'Parcels that come back for each 100 failed deliveries',
  trigger: { on: 'DeliveryFailed', oncePer: { key: 'eventId' }, whileRunning: 'parallel' },
  exitOn: ['OrderDelivered', 'OrderCancelled'],
  steps: [{ id: 'not-delivered', kind: 'send', template: 'delivery-failed/not-delivered' }],
});
