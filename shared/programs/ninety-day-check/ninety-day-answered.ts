import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days, hours } from '../../core/values/duration.ts';
import { ninetyDaySurvey } from './survey.ts';

const [stillHas, didNotSuit, price] = ninetyDaySurvey.categories;

export const ninetyDayAnswered: Scenario = defineScenario({
  id: 'ninety-day-answered',
  version: 1,
  program: 15,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Follows the reason the customer gave after ninety days: still some left, did not suit, or the price.',
  hypothesis: 'An answer to the customer’s own reason brings back more than a coupon to everybody.',
  motive: 'To be understood.',
  barrier: 'The one just named.',
  callToAction: 'Use up what is left well; ask us; choose a size that fits.',
  kpi: 'Order within 90 days, by reason.',
  group: 'win-back',
  priority: 'win-back',
  trigger: {
    on: 'SurveyAnswered',
    filter: { the: 'event.survey.id', is: 'ninety-day' },
    oncePer: { key: 'survey.id' },
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', within: days(90) },
  steps: [
    {
      id: 'reason',
      kind: 'branch',
      when: [
        { if: stillHas.when, then: 'is-still-having' },
        { if: didNotSuit.when, then: 'is-not-suited' },
        { if: price.when, then: 'is-priced-out' },
      ],
      else: 'is-other',
    },
    { id: 'is-still-having', kind: 'set', category: { set: 'ninety-day', is: 'still-have' } },
    { id: 'an-hour', kind: 'wait', for: hours(1) },
    {
      id: 'still-have',
      kind: 'send',
      template: 'ninety-day-answered/still-have',
      content: 'product',
      expiry: days(3),
    },
    // The customer told us when nothing is needed: no call to come back in these weeks.
    { id: 'left-in-peace', kind: 'wait', for: days(30) },
    { id: 'still-had', kind: 'exit', outcome: 'still-had-some' },
    { id: 'is-not-suited', kind: 'set', category: { set: 'ninety-day', is: 'did-not-suit' } },
    {
      id: 'advise-her',
      kind: 'emit',
      event: 'HumanTask',
      detail: { reason: 'did-not-suit' },
      due: days(1),
    },
    { id: 'a-day', kind: 'wait', until: { day: 1, after: 'entry', at: '19:00' } },
    {
      id: 'not-suited',
      kind: 'send',
      template: 'ninety-day-answered/not-suited',
      content: 'brand',
      expiry: days(3),
    },
    { id: 'time-to-talk', kind: 'wait', for: days(30) },
    { id: 'not-suited-told', kind: 'exit', outcome: 'advised' },
    { id: 'is-priced-out', kind: 'set', category: { set: 'ninety-day', is: 'price' } },
    { id: 'some-hours', kind: 'wait', for: hours(1) },
    {
      id: 'price',
      kind: 'send',
      template: 'ninety-day-answered/price',
      content: 'product',
      expiry: days(3),
    },
    { id: 'price-told', kind: 'exit' },
    { id: 'is-other', kind: 'set', category: { set: 'ninety-day', is: 'other' } },
    { id: 'read-it', kind: 'emit', event: 'HumanTask', detail: { reason: 'ninety-day-other' }, due: days(3) },
  ],
});
