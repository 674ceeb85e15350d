import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const vipRemembered: Scenario = defineScenario({
  id: 'vip-remembered',
  version: 1,
  startSets: ['starter-small', 'starter-growing', 'subscription'],
  program: 12,
  stage: 'retention',
  kind: 'marketing',
  topic: 'news',
  purpose: 'Remembers that the customer was a VIP, to be addressed as one when inactive. Sends nothing.',
  hypothesis: 'A former VIP comes back for the relation, and not for the first small coupon.',
  motive: 'To be known.',
  barrier: 'Mail that greets an old friend like a stranger.',
  callToAction: 'None: it only writes a label.',
  kpi: 'Win-back rate of former VIPs against other customers.',
  trigger: { segment: 'vip', when: 'entered', oncePer: { every: days(30) }, whileRunning: 'ignore' },
  steps: [{ id: 'remember', kind: 'set', addLabels: ['was-vip'] }],
});
