import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days, hours } from '../../core/values/duration.ts';

export const eventFollowUp: Scenario = defineScenario({
  id: 'event-follow-up',
  version: 2,
  startSets: ['starter-growing'],
  inFlight: {
    move: {
      'doors-open': 'doors-open',
      'did-she-come': 'did-she-come',
      'missed-morning': 'missed-morning',
      'told-since': 'told-since',
      missed: 'missed',
      'after-missed': 'after-missed',
      'next-morning': 'next-morning',
      thanks: 'thanks',
      'a-week-later': 'a-week-later',
      'told-late': 'told-late',
      'late-thanks': 'late-thanks',
      'some-days': 'some-days',
      'next-step': 'next-step',
    },
  },
  program: 4,
  stage: 'education',
  kind: 'marketing',
  topic: 'events',
  purpose:
    'After the event: thanks to who came, the recording to who did not, and the next step at home for both.',
  hypothesis:
    'The week after an event is when interest becomes a habit, if the next step is small and at hand.',
  motive: 'The customer liked what they tasted, or was curious enough to book.',
  barrier: 'At home nobody shows the customer how.',
  callToAction: 'See the recording, then try it at home.',
  kpi: 'First or next order within 60 days of the event.',
  trigger: { on: 'BookingMade', oncePer: { key: 'booking.id' }, whileRunning: 'parallel', atMost: 3 },
  goal: { on: 'OrderPlaced', within: days(180) },
  exitOn: ['BookingCancelled'],
  steps: [
    { id: 'doors-open', kind: 'wait', date: 'event.booking.startsAt', offset: { hours: -2 } },
    {
      id: 'did-she-come',
      kind: 'wait',
      event: { on: 'BookingAttended', filter: { not: { the: 'event.booking.attended', is: false } } },
      atMost: hours(26),
      then: 'next-morning',
      else: 'missed-morning',
    },
    { id: 'missed-morning', kind: 'wait', date: 'event.booking.startsAt', offset: { days: 2 }, at: '10:00' },
    {
      id: 'told-since',
      kind: 'branch',
      when: [{ if: { the: 'event.booking.attended', is: true }, then: 'thanks' }],
      else: 'missed',
    },
    { id: 'missed', kind: 'send', template: 'event-follow-up/missed', content: 'brand', atOnce: true },
    { id: 'after-missed', kind: 'goto', to: 'a-week-later' },
    { id: 'next-morning', kind: 'wait', date: 'event.booking.startsAt', offset: { days: 1 }, at: '10:00' },
    { id: 'thanks', kind: 'send', template: 'event-follow-up/thanks', content: 'brand', atOnce: true },
    { id: 'a-week-later', kind: 'wait', date: 'event.booking.startsAt', offset: { days: 8 }, at: '10:00' },
    {
      id: 'told-late',
      kind: 'branch',
      when: [
        {
          if: {
            all: [
              { the: 'event.booking.attended', is: true },
              { not: { the: 'enrolment.sent', is: 'thanks' } },
            ],
          },
          then: 'late-thanks',
        },
      ],
      else: 'next-step',
    },
    { id: 'late-thanks', kind: 'send', template: 'event-follow-up/thanks', content: 'brand', atOnce: true },
    { id: 'some-days', kind: 'wait', for: days(3) },
    {
      id: 'next-step',
      kind: 'send',
      template: 'event-follow-up/next-step',
      content: 'product',
      place: 'must',
      patience: days(10),
    },
  ],
});
