import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const birthdayMonth: Scenario = defineScenario({
  id: 'birthday-month',
  version: 2,
  startSets: ['starter-growing'],
  inFlight: {
    move: {
      present: 'present',
      eleventh: 'eleventh',
      table: 'table',
      'twenty-fifth': 'twenty-fifth',
      'present-ends': 'present-ends',
    },
  },
  program: 20,
  stage: 'retention',
  kind: 'marketing',
  topic: 'offers',
  purpose:
    'In Japan the whole month is celebrated: a present on its first day, an idea for the table, and a word before the present ends.',
  hypothesis:
    'A birthday present is no discount: it is used for something the customer would not buy otherwise.',
  motive: 'Once a year to choose for oneself.',
  barrier: 'The month is over before the customer thinks of it.',
  callToAction: 'Choose something for yourself this month.',
  kpi: 'Orders in the birthday month, against holdout.',
  group: 'birthday',
  priority: 'post-purchase',
  trigger: {
    date: 'customer.birthday',
    from: 'month',
    day: 0,
    at: '10:00',
    yearly: true,
    filter: {
      any: [
        { the: 'customer.locale', oneOf: ['ja', 'ja-JP'] },
        { the: 'customer.locale', exists: false },
      ],
    },
    oncePer: { every: days(300) },
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', within: days(31) },
  exitOn: [
    { on: 'CouponRedeemed', same: 'customer' },
    { when: { the: 'customer.labels', is: 'care-first' } },
  ],
  steps: [
    {
      id: 'present',
      kind: 'send',
      template: 'birthday/present',
      content: 'offer',
      // To the 28th: the last day that every month has.
      coupon: { campaign: 'birthday', off: { percent: 10 }, untilDay: 27, apart: true },
      promised: true,
      expiry: days(3),
    },
    { id: 'eleventh', kind: 'wait', until: { day: 10, after: 'entry', at: '10:00' } },
    { id: 'table', kind: 'send', template: 'birthday/table', content: 'product', patience: days(12) },
    { id: 'twenty-fifth', kind: 'wait', date: 'coupon.endsOn', offset: { days: -3 }, at: '10:00' },
    {
      id: 'present-ends',
      kind: 'send',
      template: 'birthday/present-ends',
      content: 'offer',
      coupon: { campaign: 'birthday', off: { percent: 10 }, untilDay: 27, apart: true },
      needs: 'present',
      promised: true,
      expiry: days(2),
    },
  ],
});
