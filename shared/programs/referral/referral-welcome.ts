import type { Filter } from '../../core/language/filter.ts';
import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days, minutes } from '../../core/values/duration.ts';
import { isNewcomer } from '../newcomer.ts';

/** Whoever the general welcome has offered a present already gets no second one. */
const wasOffered: Filter = {
  any: [
    { the: 'customer.sent', is: 'welcome/gift' },
    { the: 'customer.labels', is: 'welcomed' },
  ],
};

export const referralWelcome: Scenario = defineScenario({
  id: 'referral-welcome',
  version: 3,
  startSets: ['starter-growing', 'subscription'],
  inFlight: {
    move: {
      quarter: 'quarter',
      welcome: 'welcome',
      'next-day': 'next-day',
      present: 'present',
      'before-it-ends': 'before-it-ends',
      'present-ends': 'present-ends',
    },
  },
  program: 16,
  stage: 'awareness',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'Welcomes a friend who came by a link, whether that is told before or after they register: who we are, the present of 500, and a word before it ends. In the place of the welcome.',
  hypothesis:
    'A friend’s word has done the work of trust already: a kind welcome and a first present are enough.',
  motive: 'Somebody the customer trusts has recommended it.',
  barrier: 'The customer does not know where to begin.',
  callToAction: 'Look round, and use the present for a first order.',
  kpi: 'First order within 30 days of the welcome.',
  group: 'welcome',
  // A friend’s present was promised; letters that only tell of the shop make way.
  replaces: ['welcome', 'nurture-after-welcome', 'nurture-sample'],
  whenTaken: 'skip',
  priority: 'welcome',
  holdout: 'auto',
  trigger: {
    segment: 'new-friend',
    when: 'entered',
    filter: { not: wasOffered },
    oncePer: 'ever',
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', within: days(30) },
  steps: [
    // Who registers at the checkout orders a moment later: that order is thanked for, and nothing else.
    { id: 'quarter', kind: 'wait', for: minutes(15) },
    {
      id: 'welcome',
      kind: 'send',
      template: 'referral-welcome/welcome',
      content: 'brand',
      expiry: days(2),
      when: { all: [isNewcomer, { not: { the: 'customer.sent', is: 'welcome/hello' } }] },
    },
    { id: 'next-day', kind: 'wait', until: { day: 1, after: 'entry', at: '19:00' } },
    {
      id: 'present',
      kind: 'send',
      template: 'referral-welcome/present',
      content: 'offer',
      coupon: { campaign: 'referral-friend', off: { amount: 500 }, untilDay: 21 },
      promised: true,
      expiry: days(3),
      when: isNewcomer,
    },
    { id: 'before-it-ends', kind: 'wait', date: 'coupon.endsOn', offset: { days: -2 }, at: '19:00' },
    {
      id: 'present-ends',
      kind: 'send',
      template: 'referral-welcome/present-ends',
      content: 'offer',
      coupon: { campaign: 'referral-friend', off: { amount: 500 }, untilDay: 21 },
      needs: 'present',
      when: isNewcomer,
    },
  ],
});
