import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const referralThanks: Scenario = defineScenario({
  id: 'referral-thanks',
  version: 2,
  startSets: ['starter-growing', 'subscription'],
  inFlight: {
    move: {
      thanks: 'thanks',
      'return-window': 'return-window',
      present: 'present',
      year: 'year',
    },
  },
  program: 16,
  stage: 'referral',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'Thanks the customer for each friend who has bought: a word at once, the present of 500 after the friend’s return window; once for each friend, ten a year.',
  hypothesis:
    'Thanks that come soon, and a present that comes as promised, make the customer tell the next friend.',
  motive: 'To have given pleasure, and be thanked for it.',
  barrier: 'Never to hear what became of it.',
  callToAction: 'Use the present for anything in the shop.',
  kpi: 'Referrals for each ambassador in a year.',
  priority: 'post-purchase',
  trigger: {
    on: 'ReferralMade',
    // The friend's own copy of the event makes the customer no ambassador.
    filter: { the: 'customer.labels', is: 'ambassador' },
    oncePer: { key: 'referral.friendId' },
    whileRunning: 'parallel',
    // A run stays open for a year, so that these are ten a year.
    atMost: 10,
  },
  steps: [
    { id: 'thanks', kind: 'send', template: 'referral-thanks/thanks', content: 'brand', atOnce: true },
    { id: 'return-window', kind: 'wait', until: { day: 21, after: 'entry', at: '19:00' } },
    {
      id: 'present',
      kind: 'send',
      template: 'referral-thanks/present',
      content: 'offer',
      coupon: { campaign: 'referral-thanks', off: { amount: 500 }, untilDay: 111, apart: true },
      promised: true,
      expiry: days(7),
    },
    { id: 'year', kind: 'wait', until: { day: 365, after: 'entry', at: '10:00' } },
  ],
});
