import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const pointsIdeas: Scenario = defineScenario({
  id: 'points-ideas',
  version: 1,
  startSets: [],
  program: 24,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Two weeks before points expire: three small ideas for them. Off by default: not every store has points.',
  enabled: false,
  hypothesis: 'An idea how to use points moves more than their number.',
  motive: 'Something the customer would not usually buy.',
  barrier: 'Too few points for anything big, so they are left.',
  callToAction: 'Look for an idea.',
  kpi: 'Orders with points within 14 days.',
  trigger: {
    on: 'PointsChanged',
    filter: { the: 'event.points.expiring', moreThan: 0 },
    oncePer: { key: 'eventId' },
    whileRunning: 'restart',
  },
  goal: { on: 'OrderPlaced', within: days(365) },
  exitOn: [{ on: 'PointsChanged', filter: { the: 'event.points.expiring', atMost: 0 } }],
  steps: [
    {
      id: 'fortnight-before',
      kind: 'wait',
      date: 'event.points.expiresAt',
      offset: { days: -14 },
      at: '10:00',
      past: 'over',
    },
    { id: 'ideas', kind: 'send', template: 'points-ideas/ideas', content: 'product', expiry: days(5) },
    { id: 'over', kind: 'exit', outcome: 'over' },
  ],
});
