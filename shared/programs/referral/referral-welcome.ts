import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const referralWelcome: Scenario = defineScenario({
  id: 'referral-welcome',
  version: 1,
  program: 16,
  stage: 'awareness',
  kind: 'marketing',
  topic: 'news',
  purpose: 'Welcomes a friend who came by a link: who we are, the present of 500, and a word before it ends.',
  waitsFor: 'the shop’s check that a friend at the same address is not the referrer',
  hypothesis:
    'A friend’s word has done the work of trust already: a kind welcome and a first present are enough.',
  motive: 'Somebody the customer trusts has recommended it.',
  barrier: 'The customer does not know where to begin.',
  callToAction: 'Look round, and use the present for a first order.',
  kpi: 'First order within 30 days of the welcome.',
  group: 'welcome',
  priority: 'welcome',
  holdout: 10,
  trigger: {
    segment: 'referred',
    when: 'entered',
    filter: { the: 'customer.lifecycle.orders', is: 0 },
    oncePer: 'ever',
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', within: days(30) },
  steps: [
    { id: 'welcome', kind: 'send', template: 'referral-welcome/welcome', content: 'brand', expiry: days(2) },
    { id: 'next-day', kind: 'wait', until: { day: 1, after: 'entry', at: '19:00' } },
    {
      id: 'present',
      kind: 'send',
      template: 'referral-welcome/present',
      content: 'offer',
      coupon: { campaign: 'referral-friend', off: { amount: 500 }, untilDay: 21 },
      expiry: days(3),
    },
    { id: 'before-it-ends', kind: 'wait', until: { day: 19, after: 'entry', at: '19:00' } },
    {
      id: 'present-ends',
      kind: 'send',
      template: 'referral-welcome/present-ends',
      content: 'offer',
      coupon: { campaign: 'referral-friend', off: { amount: 500 }, untilDay: 21 },
    },
  ],
});
