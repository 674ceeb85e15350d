import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const reEngagement: Scenario = defineScenario({
  id: 're-engagement',
  version: 2,
  startSets: [],
  inFlight: {
    move: {
      'next-ten': 'next-ten',
      why: 'why',
      'a-week': 'a-week',
      new: 'new',
      'ten-more': 'ten-more',
      incentive: 'incentive',
    },
  },
  program: 5,
  stage: 'retention',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'Comes back to who has not been seen for 45 days: why they came, what is new, then a coupon. Off by default: it gives a discount a store should have chosen.',
  enabled: false,
  hypothesis:
    'Drift is forgetting rather than refusal: a reminder of why the customer came brings more back than a discount alone.',
  motive: 'Something once caught the customer’s eye.',
  barrier: 'Daily life; nothing new to come back for.',
  callToAction: 'Look in on the shop.',
  kpi: 'A visit or an order within 45 days, against holdout.',
  group: 'win-back',
  priority: 'win-back',
  holdout: 'auto',
  trigger: {
    segment: 'drifting',
    when: 'entered',
    oncePer: { every: days(180) },
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', within: days(45) },
  exitOn: [
    { when: { the: 'customer.lastSignAt', daysAgoLessThan: 14 } },
    { when: { the: 'customer.subscriptions.state', is: 'active' } },
  ],
  steps: [
    { id: 'next-ten', kind: 'wait', until: { day: 1, after: 'entry', at: '10:00' } },
    { id: 'why', kind: 'send', template: 're-engagement/why-you-came', content: 'brand', expiry: days(3) },
    { id: 'a-week', kind: 'wait', until: { day: 8, after: 'entry', at: '10:00' } },
    { id: 'new', kind: 'send', template: 're-engagement/what-is-new', content: 'product', expiry: days(3) },
    { id: 'ten-more', kind: 'wait', until: { day: 18, after: 'entry', at: '10:00' } },
    {
      id: 'incentive',
      kind: 'send',
      template: 're-engagement/for-you',
      content: 'offer',
      topic: 'offers',
      coupon: { campaign: 're-engagement', off: { percent: 10 }, untilDay: 32 },
      expiry: days(3),
    },
  ],
});
