import type { Filter } from '../../core/language/filter.ts';
import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';
import { notOwnPurchase } from '../own-purchase.ts';
import { isInRhythm } from '../rhythms.ts';

/** A month after the order; by a rhythm not before the parcel has been there for two weeks, when the question has had its time. */
const isClosed: Filter = {
  all: [
    { the: 'customer.lifecycle.firstOrderAt', daysAgoAtLeast: 30 },
    { any: [{ not: isInRhythm }, { the: 'enrolment.sent', is: 'ask' }] },
  ],
};

export const earlySurveyAsked: Scenario = defineScenario({
  id: 'early-survey',
  version: 4,
  startSets: ['starter-small', 'starter-growing', 'subscription'],
  inFlight: {
    move: {
      'day-8': 'day-8',
      ask: 'ask',
      'day-17': 'day-17',
      remind: 'remind',
    },
  },
  program: 14,
  stage: 'education',
  kind: 'marketing',
  topic: 'surveys',
  purpose:
    'Asks a first buyer, a week after the parcel, what they want, what troubles them and what they hope for.',
  hypothesis:
    'Who is asked early, and answered in kind, stays; and a disappointment heard in the second week can still be mended.',
  motive: 'The customer likes to be asked, where the answer takes a minute.',
  barrier: 'Long forms, and the feeling that nobody reads them.',
  callToAction: 'Answer the first question by one press.',
  kpi: 'Share of first buyers who answer; second order within 90 days of answerers against others.',
  trigger: {
    on: 'OrderPlaced',
    filter: {
      all: [
        { the: 'customer.lifecycle.orders', is: 1 },
        { not: { the: 'customer.done', is: 'survey:early' } },
      ],
    },
    oncePer: 'ever',
    whileRunning: 'ignore',
  },
  goal: {
    on: 'SurveyAnswered',
    filter: { the: 'event.survey.id', is: 'early' },
    same: 'customer',
    within: days(40),
  },
  exitOn: [{ when: isClosed }, notOwnPurchase],
  steps: [
    { id: 'day-8', kind: 'wait', until: { day: 8, after: 'arrived', at: '19:00' } },
    {
      id: 'ask',
      kind: 'send',
      template: 'early-survey/ask',
      content: 'brand',
      survey: 'early',
      asks: true,
      patience: days(5),
    },
    { id: 'day-17', kind: 'wait', until: { day: 17, after: 'arrived', at: '19:00' } },
    {
      id: 'remind',
      kind: 'send',
      template: 'early-survey/remind',
      content: 'brand',
      survey: 'early',
      needs: 'ask',
      place: 'must',
      patience: days(5),
    },
  ],
});
