import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const giftOchugen: Scenario = defineScenario({
  id: 'gift-ochugen',
  version: 1,
  startSets: ['starter-growing'],
  program: 23,
  stage: 'retention',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'Ochugen: invites who gave last season to do it again, and names the last good week. Off by default: it is the store’s own calendar.',
  enabled: false,
  hypothesis: 'Who gave once gives again when the addresses are at hand and the date is named early.',
  motive: 'The customer wants to thank people without forgetting anybody.',
  barrier: 'Addresses, paper and dates are a chore, and July comes quickly.',
  callToAction: 'See this season’s gifts.',
  kpi: 'Gift orders of last season’s givers, against last year.',
  waitsFor: 'A storefront that reports the occasion of a gift ("order.occasion": "ochugen").',
  priority: 'broadcast',
  trigger: {
    schedule: { rrule: 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=8', from: '2026-06-08' },
    at: '10:00',
    segment: 'gave-ochugen',
    oncePer: { every: days(300) },
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', filter: { the: 'event.order.gift', is: true }, within: days(60) },
  steps: [
    { id: 'again', kind: 'send', template: 'gift-ochugen/again', content: 'product', expiry: days(4) },
    { id: 'next-season', kind: 'set', removeLabels: ['gift-ochugen'] },
    { id: 'last-good-week', kind: 'wait', until: { day: 20, after: 'entry', at: '10:00' } },
    { id: 'deadline', kind: 'send', template: 'gift-ochugen/deadline', content: 'product', expiry: days(3) },
  ],
});
