import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const rankReached: Scenario = defineScenario({
  id: 'rank-reached',
  version: 1,
  program: 24,
  stage: 'retention',
  kind: 'transactional',
  purpose:
    'Tells the customer the new rank, how long it holds and where its benefits are. Off by default: not every store has ranks.',
  enabled: false,
  hypothesis: 'A rank one knows of is used, and use keeps it.',
  motive: 'Being seen as who comes often.',
  barrier: 'Benefits nobody told the customer about.',
  callToAction: 'See what comes with it.',
  kpi: 'Share who use a benefit within 90 days.',
  trigger: { on: 'RankChanged', oncePer: { key: 'eventId' }, whileRunning: 'restart' },
  steps: [{ id: 'reached', kind: 'send', template: 'rank-reached/reached' }],
});
