import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days, hours, minutes } from '../../core/values/duration.ts';

export const eventBooking: Scenario = defineScenario({
  id: 'event-booking',
  version: 1,
  program: 4,
  stage: 'education',
  kind: 'transactional',
  purpose:
    'Confirms a booking and reminds of it a week before, the day before and an hour before, at whatever time it is moved to.',
  hypothesis:
    'Who is reminded of time and place, and may move or cancel with one press, comes or makes room for another.',
  motive: 'The customer wants to meet the makers and taste before buying.',
  barrier: 'The customer forgets the day, or cannot find the link when it begins.',
  callToAction: 'See your booking.',
  kpi: 'Attended bookings of those not cancelled.',
  trigger: { on: 'BookingMade', oncePer: { key: 'booking.id' }, whileRunning: 'parallel', atMost: 5 },
  exitOn: ['BookingCancelled'],
  steps: [
    { id: 'confirmation', kind: 'send', template: 'event-booking/confirmation' },
    {
      id: 'week-before',
      kind: 'wait',
      date: 'event.booking.startsAt',
      offset: { days: -7 },
      at: '10:00',
      past: 'day-before',
    },
    { id: 'in-a-week', kind: 'send', template: 'event-booking/week-before', expiry: days(3) },
    {
      id: 'day-before',
      kind: 'wait',
      date: 'event.booking.startsAt',
      offset: { days: -1 },
      at: '18:00',
      past: 'hour-before',
    },
    { id: 'tomorrow', kind: 'send', template: 'event-booking/day-before', expiry: hours(5) },
    {
      id: 'hour-before',
      kind: 'wait',
      date: 'event.booking.startsAt',
      offset: { hours: -1 },
      past: 'over',
    },
    { id: 'soon', kind: 'send', template: 'event-booking/starting', expiry: minutes(55) },
    { id: 'over', kind: 'exit', outcome: 'reminded' },
  ],
});
