import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const giftChristmas: Scenario = defineScenario({
  id: 'gift-christmas',
  version: 1,
  startSets: ['starter-growing'],
  program: 23,
  stage: 'retention',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'Christmas: invites who gave last season to do it again, and names the last good week. Off by default: it is the store’s own calendar.',
  enabled: false,
  hypothesis: 'Who gave once gives again when the addresses are at hand and the date is named early.',
  motive: 'The customer wants to thank people without forgetting anybody.',
  barrier: 'The customer does not know what to choose, and time runs out.',
  callToAction: 'See this season’s gifts.',
  kpi: 'Gift orders of last season’s givers, against last year.',
  waitsFor: 'A storefront that reports the occasion of a gift ("order.occasion": "christmas").',
  priority: 'broadcast',
  trigger: {
    schedule: { rrule: 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25', from: '2026-11-25' },
    at: '10:00',
    segment: 'gave-christmas',
    oncePer: { every: days(300) },
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', filter: { the: 'event.order.gift', is: true }, within: days(60) },
  steps: [
    { id: 'again', kind: 'send', template: 'gift-christmas/again', content: 'product', expiry: days(4) },
    { id: 'next-season', kind: 'set', removeLabels: ['gift-christmas'] },
    { id: 'last-good-week', kind: 'wait', until: { day: 18, after: 'entry', at: '10:00' } },
    {
      id: 'deadline',
      kind: 'send',
      template: 'gift-christmas/deadline',
      content: 'product',
      expiry: days(3),
    },
  ],
});
