import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';
import { givesOnly } from '../own-purchase.ts';

export const ninetyDayCheck: Scenario = defineScenario({
  id: 'ninety-day-check',
  version: 3,
  startSets: ['starter-small', 'starter-growing', 'subscription'],
  inFlight: {
    move: {
      'has-answered-before': 'has-answered-before',
      ask: 'ask',
      'time-to-answer': 'time-to-answer',
      asked: 'asked',
      light: 'light',
    },
  },
  program: 15,
  stage: 'retention',
  kind: 'marketing',
  topic: 'surveys',
  purpose:
    'Ninety days after the last order asks those who once answered us why not, and what to improve; others get a lighter touch.',
  hypothesis:
    'Who has answered us before answers again, and the reason shows what to do: wait, help, or find the right size.',
  motive: 'To be asked, and not to be sold to.',
  barrier: 'The customer still has some, it did not suit, or it is expensive.',
  callToAction: 'Tell us the reason by one press.',
  kpi: 'Share who answer; stayed against left 90 days later, by reason.',
  group: 'win-back',
  // Whoever is called back already, or has just answered, is not asked why.
  whenTaken: 'skip',
  priority: 'win-back',
  trigger: {
    date: 'customer.lifecycle.lastOrderAt',
    day: 90,
    at: '19:00',
    filter: {
      not: {
        any: [
          { the: 'customer.subscriptions.state', is: 'active' },
          { the: 'customer.labels', is: 'care-first' },
          givesOnly,
        ],
      },
    },
    oncePer: { every: days(60) },
    whileRunning: 'ignore',
  },
  goal: {
    on: 'SurveyAnswered',
    filter: { the: 'event.survey.id', is: 'ninety-day' },
    same: 'customer',
    within: days(14),
  },
  exitOn: [{ on: 'OrderPlaced', same: 'customer' }, { mailbox: 'bought' }],
  steps: [
    {
      id: 'has-answered-before',
      kind: 'branch',
      when: [
        {
          if: {
            all: [
              { the: 'customer.done', is: 'survey:early' },
              { not: { the: 'customer.done', is: 'survey:ninety-day' } },
            ],
          },
          then: 'ask',
        },
      ],
      else: 'light',
    },
    {
      id: 'ask',
      kind: 'send',
      template: 'ninety-day-check/ask',
      content: 'brand',
      survey: 'ninety-day',
      expiry: days(3),
    },
    // The calls of program 12 begin on day 97: until then the answer has time to come.
    { id: 'time-to-answer', kind: 'wait', until: { day: 6, after: 'entry', at: '19:00' } },
    { id: 'asked', kind: 'exit', outcome: 'no-answer' },
    { id: 'light', kind: 'send', template: 'ninety-day-check/light', content: 'brand', expiry: days(3) },
  ],
});
