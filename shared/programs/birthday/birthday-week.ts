import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const birthdayWeek: Scenario = defineScenario({
  id: 'birthday-week',
  version: 2,
  startSets: ['starter-growing'],
  inFlight: {
    move: {
      present: 'present',
      'the-day': 'the-day',
      wishes: 'wishes',
      'before-it-ends': 'before-it-ends',
      'present-ends': 'present-ends',
    },
  },
  program: 20,
  stage: 'retention',
  kind: 'marketing',
  topic: 'offers',
  purpose:
    'Outside Japan: a present a week before the birthday, good wishes on the day itself, and a word before the present ends.',
  hypothesis:
    'A birthday present is no discount: it is used for something the customer would not buy otherwise.',
  motive: 'Once a year to choose for oneself.',
  barrier: 'The parcel would come after the day.',
  callToAction: 'Choose something for yourself.',
  kpi: 'Orders in the three weeks of the present, against holdout.',
  group: 'birthday',
  priority: 'post-purchase',
  trigger: {
    date: 'customer.birthday',
    day: -7,
    at: '10:00',
    yearly: true,
    filter: {
      all: [
        { the: 'customer.locale', exists: true },
        { not: { the: 'customer.locale', oneOf: ['ja', 'ja-JP'] } },
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
      coupon: { campaign: 'birthday', off: { percent: 10 }, untilDay: 21, apart: true },
      promised: true,
      expiry: days(3),
    },
    { id: 'the-day', kind: 'wait', until: { day: 7, after: 'entry', at: '10:00' } },
    { id: 'wishes', kind: 'send', template: 'birthday/wishes', content: 'brand', atOnce: true },
    { id: 'before-it-ends', kind: 'wait', date: 'coupon.endsOn', offset: { days: -3 }, at: '10:00' },
    {
      id: 'present-ends',
      kind: 'send',
      template: 'birthday/present-ends',
      content: 'offer',
      coupon: { campaign: 'birthday', off: { percent: 10 }, untilDay: 21, apart: true },
      needs: 'present',
      promised: true,
      expiry: days(2),
    },
  ],
});
