import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days, hours } from '../../core/values/duration.ts';

export const paymentWaiting: Scenario = defineScenario({
  id: 'payment-waiting',
  version: 1,
  program: 18,
  stage: 'conversion',
  kind: 'transactional',
  purpose:
    'Tells who pays later how to pay and until when, and reminds the customer on the day before the deadline. Asks for payment.deadline.',
  hypothesis: 'Most orders that lapse unpaid were forgotten, not regretted: one reminder in time saves them.',
  motive: 'The customer wants what they ordered.',
  barrier: 'The slip lies under the letters, and the deadline passes.',
  callToAction: 'See how to pay',
  kpi: 'Share of such orders that are paid in time',
  trigger: {
    on: 'OrderPlaced',
    filter: { the: 'event.payment.deadline', exists: true },
    oncePer: 'order',
    whileRunning: 'parallel',
  },
  goal: { on: 'OrderPaid', within: days(30) },
  exitOn: ['OrderCancelled'],
  steps: [
    { id: 'how-to-pay', kind: 'send', template: 'payment-waiting/how-to-pay' },
    {
      id: 'day-before',
      kind: 'wait',
      date: 'event.payment.deadline',
      offset: { days: -1 },
      at: '10:00',
      past: 'too-short',
    },
    { id: 'tomorrow', kind: 'send', template: 'payment-waiting/tomorrow', expiry: hours(20) },
    { id: 'too-short', kind: 'exit', outcome: 'reminded' },
  ],
});
