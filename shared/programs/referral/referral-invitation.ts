import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const referralInvitation: Scenario = defineScenario({
  id: 'referral-invitation',
  version: 3,
  startSets: ['starter-growing', 'subscription'],
  inFlight: {
    move: {
      fortnight: 'fortnight',
      invite: 'invite',
      'five-weeks': 'five-weeks',
      how: 'how',
    },
  },
  program: 16,
  stage: 'referral',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'Gives a link to whom is delighted (a result above expectation, a second order, a good review), to pass on; the store never writes to the friend.',
  hypothesis:
    'Customers who have just told us they are delighted like to tell a friend as well, where it is one link and a small present for both.',
  motive: 'To give a friend something the customer has found good.',
  barrier: 'It feels like selling to friends.',
  callToAction: 'Pass your link on, wherever you like.',
  kpi: 'Share of the invited through whom a friend comes within 60 days.',
  priority: 'post-purchase',
  trigger: {
    segment: 'delighted',
    when: 'entered',
    oncePer: { every: days(180) },
    whileRunning: 'ignore',
  },
  goal: { on: 'ReferralMade', same: 'customer', within: days(60) },
  exitOn: [
    { when: { the: 'customer.labels', is: 'care-first' } },
    // An open case keeps the letters still; what delighted the customer may come to nothing.
    {
      when: {
        not: {
          any: [
            { the: 'customer.segments', is: 'delighted' },
            { the: 'customer.helps.id', exists: true },
          ],
        },
      },
    },
  ],
  steps: [
    { id: 'fortnight', kind: 'wait', until: { day: 14, after: 'entry', at: '19:00' } },
    {
      id: 'invite',
      kind: 'send',
      template: 'referral-invitation/invite',
      content: 'brand',
      place: 'may',
      patience: days(5),
      when: { the: 'customer.segments', is: 'delighted' },
    },
    { id: 'five-weeks', kind: 'wait', until: { day: 35, after: 'entry', at: '19:00' } },
    {
      id: 'how',
      kind: 'send',
      template: 'referral-invitation/how',
      content: 'brand',
      needs: 'invite',
      patience: days(5),
      when: {
        all: [
          { the: 'customer.segments', is: 'delighted' },
          { not: { the: 'customer.labels', is: 'ambassador' } },
        ],
      },
    },
  ],
});
