import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';
import { pulseSurvey } from './survey.ts';

const [letDown, stopped, delighted] = pulseSurvey.categories;

export const pulseAnswered: Scenario = defineScenario({
  id: 'pulse-answered',
  version: 2,
  startSets: ['starter-growing', 'subscription'],
  inFlight: {
    move: {
      sort: 'sort',
      'is-let-down': 'is-let-down',
      'call-her': 'call-her',
      'being-cared-for': 'being-cared-for',
      'cared-for': 'cared-for',
      'nothing-to-sell': 'nothing-to-sell',
      'is-delighted': 'is-delighted',
      'invited-elsewhere': 'invited-elsewhere',
      'is-content': 'is-content',
      'goes-on': 'goes-on',
      'is-stopped': 'is-stopped',
      'next-evening': 'next-evening',
      'right-use': 'right-use',
    },
  },
  program: 21,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Acts on the pulse: a disappointed customer goes to people, one who has stopped gets right use, a delighted one may be asked to pass it on.',
  hypothesis:
    'Who has stopped did not dislike it: it slipped out of the day, and one small habit brings it back.',
  motive: 'The customer wanted it once.',
  barrier: 'It has slipped out of the customer’s day.',
  callToAction: 'Take it out again tonight, in one small way.',
  kpi: 'Second order of those who had stopped, against those who did not answer.',
  priority: 'post-purchase',
  trigger: {
    on: 'SurveyAnswered',
    filter: { the: 'event.survey.id', is: 'pulse' },
    oncePer: { key: 'survey.id' },
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPlaced', within: days(90) },
  steps: [
    {
      id: 'sort',
      kind: 'branch',
      when: [
        { if: letDown.when, then: 'is-let-down' },
        { if: stopped.when, then: 'is-stopped' },
        { if: delighted.when, then: 'is-delighted' },
      ],
      else: 'is-content',
    },
    {
      id: 'is-let-down',
      kind: 'set',
      category: { set: 'pulse', is: 'let-down' },
      addLabels: ['care-first'],
      removeLabels: ['delighted'],
    },
    { id: 'call-her', kind: 'emit', event: 'HumanTask', detail: { reason: 'pulse-low' }, due: days(1) },
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
    {
      id: 'is-delighted',
      kind: 'set',
      category: { set: 'pulse', is: 'delighted' },
      addLabels: ['delighted'],
    },
    { id: 'invited-elsewhere', kind: 'exit', outcome: 'delighted' },
    { id: 'is-content', kind: 'set', category: { set: 'pulse', is: 'content' } },
    { id: 'goes-on', kind: 'exit', outcome: 'content' },
    { id: 'is-stopped', kind: 'set', category: { set: 'pulse', is: 'stopped' } },
    { id: 'next-evening', kind: 'wait', until: { day: 1, after: 'entry', at: '19:00' } },
    {
      id: 'right-use',
      kind: 'send',
      template: 'pulse-answered/right-use',
      content: 'product',
      atOnce: true,
    },
  ],
});
