import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { hours } from '../../core/values/duration.ts';

export const eventChanged: Scenario = defineScenario({
  id: 'event-changed',
  version: 1,
  program: 4,
  stage: 'education',
  kind: 'transactional',
  purpose:
    'Tells at once that a booking has another time or place; the reminders of event-booking follow the new one.',
  hypothesis: 'A change that is announced plainly costs fewer guests than one that is found out at the door.',
  motive: 'The customer wants to rely on the date in the calendar.',
  barrier: 'An old mail still names the old date.',
  callToAction: 'See your booking.',
  kpi: 'Attended bookings of those that were moved.',
  trigger: { on: 'BookingChanged', oncePer: { key: 'eventId' }, whileRunning: 'parallel', atMost: 3 },
  exitOn: ['BookingCancelled'],
  steps: [{ id: 'changed', kind: 'send', template: 'event-changed/changed', expiry: hours(24) }],
});
