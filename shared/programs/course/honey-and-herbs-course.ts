import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const honeyAndHerbsCourse: Scenario = defineScenario({
  id: 'honey-and-herbs-course',
  version: 1,
  startSets: [],
  program: 8,
  stage: 'education',
  kind: 'marketing',
  topic: 'course',
  purpose:
    'A letter each morning on living with honey and herb tea, for who asked for it by name; off by default, as each store writes its own.',
  enabled: false,
  hypothesis: 'A minute a day, asked for and useful without buying, makes the store part of the morning.',
  motive: 'The customer would like to enjoy what they have, and to know more about it.',
  barrier: 'Long articles are put off; the customer fears yet another newsletter.',
  callToAction: 'Try one thing today.',
  kpi: 'Share still reading at the last letter; orders within 90 days against those who did not ask.',
  trigger: {
    on: 'ConsentChanged',
    filter: {
      all: [
        { the: 'event.consent.granted', is: true },
        { the: 'event.consent.topics', is: 'course' },
      ],
    },
    oncePer: { every: days(1) },
    whileRunning: 'ignore',
  },
  exitOn: [{ when: { not: { the: 'customer.consent', is: 'course' } } }],
  steps: [
    {
      id: 'letters',
      kind: 'series',
      template: 'honey-and-herbs-course/letter',
      content: 'brand',
      every: { days: 1 },
      at: '08:30',
    },
    { id: 'has-read-all', kind: 'set', addLabels: ['honey-course'] },
  ],
});
