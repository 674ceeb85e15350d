import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';
import { earlySurvey } from './survey.ts';

const [gift, careful, kitchen, calm] = earlySurvey.categories;

export const earlySurveyAnswered: Scenario = defineScenario({
  id: 'early-survey-answered',
  version: 1,
  program: 14,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Sorts who has answered the early survey, sends each category what it asked for, and hands a disappointed customer to people before anything is offered.',
  hypothesis:
    'The letter that fits the answer shows that somebody has read it, and is worth more than a coupon.',
  motive: 'To get something for having answered.',
  barrier: 'Advice meant for everybody.',
  callToAction: 'Try the one idea that fits.',
  kpi: 'Second order within 90 days, by category.',
  trigger: {
    on: 'SurveyAnswered',
    filter: { the: 'event.survey.id', is: 'early' },
    oncePer: { key: 'survey.id' },
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', within: days(90) },
  steps: [
    {
      id: 'sort',
      kind: 'branch',
      when: [
        { if: gift.when, then: 'is-gift' },
        { if: careful.when, then: 'is-careful' },
        { if: kitchen.when, then: 'is-kitchen' },
        { if: calm.when, then: 'is-calm' },
      ],
      else: 'is-explorer',
    },
    { id: 'is-gift', kind: 'set', category: { set: 'early', is: 'gift' } },
    { id: 'gift-sorted', kind: 'goto', to: 'satisfied' },
    { id: 'is-careful', kind: 'set', category: { set: 'early', is: 'careful' } },
    { id: 'careful-sorted', kind: 'goto', to: 'satisfied' },
    { id: 'is-kitchen', kind: 'set', category: { set: 'early', is: 'kitchen' } },
    { id: 'kitchen-sorted', kind: 'goto', to: 'satisfied' },
    { id: 'is-calm', kind: 'set', category: { set: 'early', is: 'calm' } },
    { id: 'calm-sorted', kind: 'goto', to: 'satisfied' },
    { id: 'is-explorer', kind: 'set', category: { set: 'early', is: 'explorer' } },
    {
      id: 'satisfied',
      kind: 'branch',
      when: [{ if: earlySurvey.low, then: 'care-first' }],
      else: 'two-days',
    },
    { id: 'care-first', kind: 'set', addLabels: ['care-first'] },
    {
      id: 'call-her',
      kind: 'emit',
      event: 'HumanTask',
      detail: { reason: 'early-survey-low' },
      due: days(1),
    },
    {
      id: 'being-cared-for',
      kind: 'wait',
      event: { on: 'HelpResolved', same: 'customer' },
      atMost: days(30),
      then: 'cared-for',
      else: 'cared-for',
    },
    { id: 'cared-for', kind: 'set', removeLabels: ['care-first'] },
    { id: 'nothing-to-sell', kind: 'exit', outcome: 'cared-for' },
    { id: 'two-days', kind: 'wait', until: { day: 2, after: 'entry', at: '19:00' } },
    {
      id: 'path',
      kind: 'branch',
      when: [
        { if: { the: 'customer.categories.early', is: 'gift' }, then: 'gift' },
        { if: { the: 'customer.categories.early', is: 'careful' }, then: 'careful' },
        { if: { the: 'customer.categories.early', is: 'kitchen' }, then: 'kitchen' },
        { if: { the: 'customer.categories.early', is: 'calm' }, then: 'calm' },
      ],
      else: 'explorer',
    },
    { id: 'gift', kind: 'send', template: 'early-survey-answered/gift', content: 'product', expiry: days(3) },
    { id: 'gift-told', kind: 'exit' },
    {
      id: 'careful',
      kind: 'send',
      template: 'early-survey-answered/careful',
      content: 'brand',
      expiry: days(3),
    },
    { id: 'careful-told', kind: 'exit' },
    {
      id: 'kitchen',
      kind: 'send',
      template: 'early-survey-answered/kitchen',
      content: 'product',
      expiry: days(3),
    },
    { id: 'kitchen-told', kind: 'exit' },
    { id: 'calm', kind: 'send', template: 'early-survey-answered/calm', content: 'product', expiry: days(3) },
    { id: 'calm-told', kind: 'exit' },
    {
      id: 'explorer',
      kind: 'send',
      template: 'early-survey-answered/explorer',
      content: 'product',
      expiry: days(3),
    },
  ],
});
