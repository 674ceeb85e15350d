import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const onboardingHelp: Scenario = defineScenario({
  id: 'onboarding-help',
  version: 1,
  program: 3,
  stage: 'education',
  kind: 'transactional',
  purpose:
    'Hands the question of somebody with a first order to a person, to be answered within a working day.',
  hypothesis: 'A first question that a person answers quickly is worth more than any letter.',
  motive: 'The customer wants it to work.',
  barrier: 'A form without an answer.',
  callToAction: '(a person writes to the customer)',
  kpi: 'Questions of first customers answered within a day',
  trigger: {
    on: 'HelpRequested',
    filter: { the: 'customer.lifecycle.orders', is: 1 },
    oncePer: { key: 'help.id' },
    whileRunning: 'parallel',
  },
  steps: [
    {
      id: 'person',
      kind: 'emit',
      event: 'HumanTask',
      detail: { reason: 'first-order-question' },
      due: days(1),
    },
  ],
});
