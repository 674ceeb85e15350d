import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const reviewThanks: Scenario = defineScenario({
  id: 'review-thanks',
  version: 2,
  startSets: ['starter-growing', 'subscription'],
  inFlight: {
    move: {
      'how-good': 'how-good',
      'care-first': 'care-first',
      'call-her': 'call-her',
      'being-cared-for': 'being-cared-for',
      'cared-for': 'cared-for',
      'nothing-to-sell': 'nothing-to-sell',
      delighted: 'delighted',
      soon: 'soon',
      thanks: 'thanks',
    },
  },
  program: 19,
  stage: 'referral',
  kind: 'marketing',
  topic: 'surveys',
  purpose:
    'Thanks for a review, remembers who is delighted, and hands a bad one to people before anything else is sent.',
  hypothesis: 'A review that is answered is not the last one.',
  motive: 'To be read.',
  barrier: 'The feeling of writing into the void.',
  callToAction: 'See your words, and those of others.',
  kpi: 'Second reviews; customers kept after a bad one.',
  priority: 'post-purchase',
  trigger: { on: 'ReviewPosted', oncePer: { key: 'review.productId' }, whileRunning: 'parallel', atMost: 3 },
  goal: { on: 'OrderPlaced', within: days(90) },
  steps: [
    {
      id: 'how-good',
      kind: 'branch',
      when: [
        { if: { the: 'event.review.rating', atMost: 2 }, then: 'care-first' },
        { if: { the: 'event.review.rating', atLeast: 4 }, then: 'delighted' },
      ],
      else: 'soon',
    },
    { id: 'care-first', kind: 'set', addLabels: ['care-first'], removeLabels: ['delighted'] },
    { id: 'call-her', kind: 'emit', event: 'HumanTask', detail: { reason: 'low-review' }, due: days(1) },
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
    { id: 'delighted', kind: 'set', addLabels: ['delighted'] },
    { id: 'soon', kind: 'wait', until: { day: 1, after: 'entry', at: '10:00' } },
    { id: 'thanks', kind: 'send', template: 'review-thanks/thanks', content: 'brand', atOnce: true },
  ],
});
