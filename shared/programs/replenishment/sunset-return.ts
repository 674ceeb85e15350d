import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const sunsetReturn: Scenario = defineScenario({
  id: 'sunset-return',
  version: 1,
  program: 5,
  stage: 'retention',
  kind: 'transactional',
  purpose:
    'Ends the pause of marketing the moment the customer gives a sign again: a visit, an order, an answer. It sends nothing.',
  hypothesis:
    'Customers who come back unasked are glad to be written to again; their consent has never ended.',
  motive: 'The customer is curious again.',
  barrier: 'Silence that lasts because nobody noticed.',
  callToAction: 'None: it only remembers.',
  kpi: 'Customers who come back from rest.',
  trigger: { segment: 'unengaged', when: 'left', oncePer: { every: days(1) }, whileRunning: 'ignore' },
  steps: [
    {
      id: 'did-she-rest',
      kind: 'branch',
      when: [{ if: { the: 'customer.labels', is: 'resting' }, then: 'wakes' }],
      else: 'did-not',
    },
    { id: 'did-not', kind: 'exit', outcome: 'did-not-rest' },
    { id: 'wakes', kind: 'set', removeLabels: ['resting'] },
    {
      id: 'tell',
      kind: 'emit',
      event: 'AudienceChanged',
      detail: { audience: 'resting', change: 'removed' },
    },
  ],
});
