import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { hours } from '../../core/values/duration.ts';

export const vipForgotten: Scenario = defineScenario({
  id: 'vip-forgotten',
  version: 1,
  startSets: ['starter-small', 'starter-growing', 'subscription'],
  program: 12,
  stage: 'retention',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'Takes the mark of a former VIP away where too few orders stand for the customer ever to have been one: they were cancelled, returned or paid back. Sends nothing.',
  hypothesis: 'A privilege for orders that came to nothing is worth nothing to either side.',
  motive: 'To be known for what happened.',
  barrier: 'Mail that greets a stranger like an old friend.',
  callToAction: 'None: it only takes a label away.',
  kpi: 'Former VIPs with fewer than four orders: none.',
  trigger: {
    segment: 'vip',
    when: 'left',
    // Time takes nobody under the four orders of a VIP.
    filter: { the: 'customer.lifecycle.orders', lessThan: 4 },
    oncePer: { every: hours(1) },
    whileRunning: 'ignore',
  },
  steps: [{ id: 'forget', kind: 'set', removeLabels: ['was-vip'] }],
});
