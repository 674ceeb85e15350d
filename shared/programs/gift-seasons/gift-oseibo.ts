import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const giftOseibo: Scenario = defineScenario({
  id: 'gift-oseibo',
  version: 1,
  startSets: ['starter-growing'],
  program: 23,
  stage: 'retention',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'Oseibo: invites who gave last season to do it again, and names the last good week. Off by default: it is the store’s own calendar.',
  enabled: false,
  hypothesis: 'Who gave once gives again when the addresses are at hand and the date is named early.',
  motive: 'The customer wants to thank people without forgetting anybody.',
  barrier: 'December is full, and addresses are a chore.',
  callToAction: 'See this season’s gifts.',
  kpi: 'Gift orders of last season’s givers, against last year.',
  waitsFor: 'A storefront that reports the occasion of a gift ("order.occasion": "oseibo").',
  priority: 'broadcast',
  trigger: {
    schedule: { rrule: 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=12', from: '2026-11-12' },
    at: '10:00',
    segment: 'gave-oseibo',
    oncePer: { every: days(300) },
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', filter: { the: 'event.order.gift', is: true }, within: days(60) },
  steps: [
    { id: 'again', kind: 'send', template: 'gift-oseibo/again', content: 'product', expiry: days(4) },
    { id: 'next-season', kind: 'set', removeLabels: ['gift-oseibo'] },
    { id: 'last-good-week', kind: 'wait', until: { day: 21, after: 'entry', at: '10:00' } },
    { id: 'deadline', kind: 'send', template: 'gift-oseibo/deadline', content: 'product', expiry: days(3) },
  ],
});
