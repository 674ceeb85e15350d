import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const pointsExpiry: Scenario = defineScenario({
  id: 'points-expiry',
  version: 1,
  program: 24,
  stage: 'retention',
  kind: 'transactional',
  purpose:
    'Tells that points come to their end, 30 and 3 days before; newer data on the points begins it anew. Off by default: not every store has points.',
  enabled: false,
  hypothesis: 'Points that vanish unannounced cost trust; a plain notice costs nothing.',
  motive: 'What the customer has earned is there to be used.',
  barrier: 'The customer does not know the date.',
  callToAction: 'See your points.',
  kpi: 'Points used before their end.',
  trigger: {
    on: 'PointsChanged',
    filter: { the: 'event.points.expiring', moreThan: 0 },
    oncePer: { key: 'eventId' },
    whileRunning: 'restart',
  },
  exitOn: [{ on: 'PointsChanged', filter: { the: 'event.points.expiring', atMost: 0 } }],
  steps: [
    {
      id: 'month-before',
      kind: 'wait',
      date: 'event.points.expiresAt',
      offset: { days: -30 },
      at: '10:00',
      past: 'days-before',
    },
    { id: 'month-left', kind: 'send', template: 'points-expiry/month-left', expiry: days(7) },
    {
      id: 'days-before',
      kind: 'wait',
      date: 'event.points.expiresAt',
      offset: { days: -3 },
      at: '10:00',
      past: 'over',
    },
    { id: 'few-days-left', kind: 'send', template: 'points-expiry/few-days-left', expiry: days(2) },
    { id: 'over', kind: 'exit', outcome: 'told' },
  ],
});
