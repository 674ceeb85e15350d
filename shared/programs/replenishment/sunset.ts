import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const sunset: Scenario = defineScenario({
  id: 'sunset',
  version: 1,
  program: 5,
  stage: 'retention',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'After 180 days without a sign asks twice whether to go on writing, then lets all marketing rest by the label "resting", until sunset-return.',
  hypothesis: 'A list of readers who want the mail delivers better and earns more than a longer one.',
  motive: 'The customer decides what fills the inbox.',
  barrier: 'Unsubscribing feels like a farewell, so the customer ignores us instead.',
  callToAction: 'Yes, keep writing to me.',
  kpi: 'Share who stay; complaints for each 1,000 mails.',
  waitsFor: 'The count of ten mails without a click; until then 180 days alone decide.',
  trigger: { segment: 'unengaged', when: 'entered', oncePer: { every: days(365) }, whileRunning: 'ignore' },
  exitOn: ['OrderPlaced', 'ProductViewed', 'CartUpdated', 'SurveyAnswered'],
  steps: [
    { id: 'next-ten', kind: 'wait', until: { day: 1, after: 'entry', at: '10:00' } },
    { id: 'ask', kind: 'send', template: 'sunset/still-welcome', content: 'brand', expiry: days(5) },
    {
      id: 'first-answer',
      kind: 'wait',
      event: { on: 'MailClicked' },
      atMost: days(14),
      then: 'stays',
      else: 'morning',
    },
    { id: 'morning', kind: 'wait', next: ['tue', 'wed', 'thu'], at: '10:00' },
    { id: 'last', kind: 'send', template: 'sunset/last-letter', content: 'brand', expiry: days(5) },
    {
      id: 'second-answer',
      kind: 'wait',
      event: { on: 'MailClicked' },
      atMost: days(14),
      then: 'stays',
      else: 'rests',
    },
    { id: 'rests', kind: 'set', addLabels: ['resting'] },
    { id: 'tell', kind: 'emit', event: 'AudienceChanged', detail: { audience: 'resting', change: 'added' } },
    { id: 'rested', kind: 'exit', outcome: 'resting' },
    { id: 'stays', kind: 'set', removeLabels: ['resting'] },
    { id: 'stayed', kind: 'exit', outcome: 'stays' },
  ],
});
