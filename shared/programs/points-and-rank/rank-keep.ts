import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const rankKeep: Scenario = defineScenario({
  id: 'rank-keep',
  version: 1,
  startSets: [],
  program: 24,
  stage: 'retention',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'A month before the customer’s rank ends: when it ends and what is unused, without pressure to buy for it. Off by default: not every store has ranks.',
  enabled: false,
  hypothesis: 'A fair word a month before is better kept in mind than a countdown.',
  motive: 'The customer would like to keep what they have reached.',
  barrier: 'The customer does not know when it ends, or resents being pushed.',
  callToAction: 'Open your member page.',
  kpi: 'Share who keep their rank.',
  trigger: {
    on: 'RankChanged',
    oncePer: { key: 'eventId' },
    whileRunning: 'restart',
  },
  steps: [
    {
      id: 'month-before',
      kind: 'wait',
      date: 'event.rank.until',
      offset: { days: -30 },
      at: '10:00',
      past: 'over',
    },
    { id: 'at-risk', kind: 'send', template: 'rank-keep/at-risk', content: 'product', expiry: days(7) },
    { id: 'over', kind: 'exit', outcome: 'over' },
  ],
});
