import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days, hours, minutes } from '../../core/values/duration.ts';

const asksAgain = { on: 'ConsentChanged', filter: { the: 'event.consent.granted', is: true } } as const;

export const confirmOptIn: Scenario = defineScenario({
  id: 'confirm-opt-in',
  version: 2,
  inFlight: {
    move: {
      ask: 'ask',
      'once-more': 'once-more',
      second: 'second',
      'and-again': 'and-again',
      third: 'third',
      rest: 'rest',
      later: 'later',
      anew: 'anew',
      year: 'year',
    },
  },
  stage: 'awareness',
  kind: 'transactional',
  purpose:
    'Asks whoever reads an address whether it was they who signed up, by the sign-up form always, else where the setting doubleOptIn says so; until they confirm, nothing else of marketing goes.',
  hypothesis: 'Who has confirmed reads, and does not complain; who has not would have.',
  motive: 'The customer wants what they signed up for.',
  barrier: 'The mail is overlooked, or its link has expired.',
  callToAction: 'Confirm your address.',
  kpi: 'Confirmed of those asked.',
  // Flapping between yes and no is not asked about by the minute.
  trigger: { segment: 'unconfirmed', when: 'entered', oncePer: { every: hours(1) }, whileRunning: 'ignore' },
  exitOn: [{ when: { the: 'customer.unconfirmed', exists: false } }],
  // At most three in a week: two more where the customer asks again, then a week's rest. That may be years later. Who presses
  // the button twice has asked once: the mail is on its way.
  steps: [
    { id: 'ask', kind: 'send', template: 'confirm-opt-in/confirm' },
    { id: 'pressed', kind: 'wait', for: minutes(10) },
    { id: 'once-more', kind: 'wait', event: asksAgain, atMost: days(365), then: 'second', else: 'year' },
    { id: 'second', kind: 'send', template: 'confirm-opt-in/confirm' },
    { id: 'pressed-again', kind: 'wait', for: minutes(10) },
    { id: 'and-again', kind: 'wait', event: asksAgain, atMost: days(365), then: 'third', else: 'year' },
    { id: 'third', kind: 'send', template: 'confirm-opt-in/confirm' },
    { id: 'rest', kind: 'wait', for: days(7) },
    { id: 'later', kind: 'wait', event: asksAgain, atMost: days(365), then: 'anew', else: 'year' },
    { id: 'anew', kind: 'goto', to: 'ask' },
    { id: 'year', kind: 'goto', to: 'once-more' },
  ],
});
