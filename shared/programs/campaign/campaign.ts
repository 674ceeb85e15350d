import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

const letter = {
  kind: 'send',
  template: 'campaign/letter',
  content: 'brand',
  expiry: days(14),
  before: 'event.campaign.expiresAt',
} as const;

export const campaign: Scenario = defineScenario({
  id: 'campaign',
  version: 1,
  startSets: ['starter-small', 'starter-growing', 'subscription'],
  program: 13,
  stage: 'retention',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'The letter of the week (メルマガ): who gets it, its words and its time stand in a draft that the store approves. `npm run campaign` lets in; nobody else does.',
  hypothesis:
    'A letter that is written this week for these customers is read, where a calendar of offers is not.',
  motive: 'To hear what is new at a store the customer likes.',
  barrier: 'One more newsletter.',
  callToAction: 'The one link of the letter.',
  kpi: 'Presses of the link and orders within 7 days; unsubscribes for each 1,000 letters.',
  priority: 'broadcast',
  trigger: {
    command: true,
    // A command that tells of no campaign has no letter.
    filter: { the: 'event.campaign.topic', exists: true },
    oncePer: { key: 'campaign.id' },
    whileRunning: 'parallel',
    atMost: 4,
  },
  steps: [
    { id: 'its-day', kind: 'wait', date: 'event.campaign.sendAt' },
    {
      id: 'about-what',
      kind: 'branch',
      when: [
        { if: { the: 'event.campaign.topic', is: 'offers' }, then: 'offers' },
        { if: { the: 'event.campaign.topic', is: 'tips' }, then: 'tips' },
        { if: { the: 'event.campaign.topic', is: 'events' }, then: 'events' },
      ],
      else: 'news',
    },
    { ...letter, id: 'offers', topic: 'offers', content: 'offer' },
    { id: 'offers-told', kind: 'exit', outcome: 'told' },
    { ...letter, id: 'tips', topic: 'tips' },
    { id: 'tips-told', kind: 'exit', outcome: 'told' },
    { ...letter, id: 'events', topic: 'events' },
    { id: 'events-told', kind: 'exit', outcome: 'told' },
    { ...letter, id: 'news' },
  ],
});
