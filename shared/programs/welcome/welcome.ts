import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import type { CouponOffer } from '../../core/language/steps.ts';
import { days, minutes } from '../../core/values/duration.ts';
import { isNewcomer } from '../newcomer.ts';

/** Ends with the tenth day; the reminder goes on the evening before it, at the last humane hour. */
const coupon: CouponOffer = { campaign: 'welcome', off: { percent: 10 }, untilDay: 10 };

export const welcome: Scenario = defineScenario({
  id: 'welcome',
  version: 3,
  startSets: ['starter-small', 'starter-growing', 'subscription'],
  inFlight: {
    move: {
      quarter: 'quarter',
      hello: 'hello',
      'two-days': 'two-days',
      promise: 'promise',
      'four-days': 'four-days',
      gift: 'gift',
      'day-before-end': 'day-before-end',
      'gift-ends': 'gift-ends',
      'offer-over': 'offer-over',
      welcomed: 'welcomed',
      'any-case': 'hello',
      case: 'hello',
    },
  },
  program: 1,
  stage: 'awareness',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'Welcomes whoever registers or opts in, a quarter of an hour later: who we are, what we hold to, and a first offer whose end is true. Nobody who has bought gets it, and nothing goes while a question of theirs is open.',
  hypothesis:
    'Customers who know the people behind a shop, and have a reason to begin now, place their first order sooner.',
  motive: 'The customer has just found us and is curious.',
  barrier: 'The customer does not know the shop, and need not decide today.',
  callToAction: 'Look around the shop, then choose a first piece',
  kpi: 'First orders within 30 days, against the holdout',
  trigger: {
    segment: 'opted-in',
    when: 'entered',
    filter: { the: 'customer.lifecycle.bought', is: false },
    oncePer: 'ever',
    whileRunning: 'ignore',
  },
  group: 'welcome',
  // Who has letters of a sample, or of a friend, has been greeted by them.
  whenTaken: 'skip',
  priority: 'welcome',
  holdout: 'auto',
  goal: { on: 'OrderPlaced', within: days(30) },
  exitOn: [{ mailbox: 'bought' }],
  steps: [
    // Who registers at the checkout orders a moment later: that order is thanked for, and nothing else.
    { id: 'quarter', kind: 'wait', for: minutes(15) },
    { id: 'hello', kind: 'send', template: 'welcome/hello', content: 'brand', when: isNewcomer },
    { id: 'two-days', kind: 'wait', until: { day: 2, after: 'entry', at: '10:00' } },
    { id: 'promise', kind: 'send', template: 'welcome/promise', content: 'brand', when: isNewcomer },
    { id: 'four-days', kind: 'wait', until: { day: 4, after: 'entry', at: '10:00' } },
    {
      id: 'gift',
      kind: 'send',
      template: 'welcome/gift',
      content: 'offer',
      topic: 'offers',
      coupon,
      promised: true,
      when: isNewcomer,
    },
    { id: 'day-before-end', kind: 'wait', date: 'coupon.endsOn', offset: { days: -1 }, at: '20:00' },
    {
      id: 'gift-ends',
      kind: 'send',
      template: 'welcome/gift-ends',
      content: 'offer',
      topic: 'offers',
      coupon,
      needs: 'gift',
      when: isNewcomer,
    },
    { id: 'offer-over', kind: 'wait', until: { day: 11, after: 'entry', at: '10:00' } },
    { id: 'welcomed', kind: 'set', addLabels: ['welcomed'] },
  ],
});
