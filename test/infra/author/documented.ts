/** The examples of `docs/scenarios.md`, word for word: the compiler and the checks read them here. */
import { defineScenario, type Scenario } from '../../../shared/core/language/scenario.ts';
import { days, hours } from '../../../shared/core/values/duration.ts';

export const secondCup: Scenario = defineScenario({
  id: 'second-cup',
  version: 1,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose: 'Asks a tea drinker how the first cup was, and shows what others do with it.',
  trigger: {
    on: 'OrderPlaced',
    filter: { the: 'event.order.items.category', is: 'tea' },
    oncePer: 'order',
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', within: days(90) },
  exitOn: [{ when: { the: 'customer.segments', is: 'vip' } }],
  steps: [
    { id: 'rest', kind: 'wait', until: { day: 3, after: 'arrived', at: '19:00' } },
    { id: 'ask', kind: 'send', template: 'after-purchase/any-trouble', content: 'brand' },
    {
      id: 'answer',
      kind: 'wait',
      event: { on: 'MailClicked' },
      atMost: days(4),
      then: 'reader',
      else: 'quiet',
    },
    { id: 'reader', kind: 'set', addLabels: ['reads-tips'], score: 3 },
    { id: 'on', kind: 'goto', to: 'voices' },
    { id: 'quiet', kind: 'wait', next: ['sat', 'sun'], at: '10:00' },
    {
      id: 'voices',
      kind: 'send',
      template: 'after-purchase/other-voices',
      content: 'product',
      when: { not: { the: 'customer.subscriptions.state', is: 'active' } },
    },
  ],
});

export const trial: Scenario = defineScenario({
  id: 'trial',
  version: 1,
  stage: 'conversion',
  kind: 'marketing',
  topic: 'offers',
  purpose: 'Lets a prospect try the shop with a present that really ends.',
  limit: { segment: 'prospect', percent: 50, from: '2026-12-01', until: '2027-03-31' },
  group: 'first-order',
  priority: 'welcome',
  holdout: 10,
  trigger: { segment: 'prospect', when: 'entered', oncePer: 'ever', whileRunning: 'ignore' },
  goal: { on: 'OrderPlaced', within: days(30) },
  steps: [
    {
      id: 'tone',
      kind: 'split',
      ways: [
        { variant: 'story', weight: 1, then: 'story' },
        { variant: 'present', weight: 1, then: 'present' },
      ],
    },
    { id: 'story', kind: 'send', template: 'nurture/others', content: 'brand' },
    { id: 'pause', kind: 'wait', for: days(2) },
    {
      id: 'present',
      kind: 'send',
      template: 'welcome/gift',
      content: 'offer',
      expiry: hours(36),
      coupon: { campaign: 'trial', off: { percent: 10 }, untilDay: 10 },
    },
    {
      id: 'call',
      kind: 'emit',
      event: 'HumanTask',
      detail: { reason: 'has a present and may have questions' },
      due: days(1),
    },
  ],
});

export const morningLetters: Scenario = defineScenario({
  id: 'morning-letters',
  version: 2,
  inFlight: { move: { letters: 'letters' } },
  stage: 'education',
  kind: 'marketing',
  topic: 'course',
  purpose: 'A letter each morning, for who asked for it.',
  trigger: { command: true, oncePer: 'ever', whileRunning: 'ignore' },
  steps: [
    {
      id: 'letters',
      kind: 'series',
      template: 'honey-and-herbs-course/letter',
      content: 'product',
      every: { days: 1 },
      at: '08:00',
    },
    { id: 'rest', kind: 'wait', for: days(30) },
    { id: 'again', kind: 'repeat', from: 'rest', atMost: 2 },
    { id: 'end', kind: 'exit', outcome: 'read-it-all' },
  ],
});
