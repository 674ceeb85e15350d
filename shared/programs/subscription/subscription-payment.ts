import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const subscriptionPayment: Scenario = defineScenario({
  id: 'subscription-payment',
  version: 1,
  program: 17,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Tells of a charge of a subscription that failed: at once, after three days, after seven.',
  hypothesis:
    'Most failed charges are an old card: notified three times in a week, kindly, most customers update it.',
  motive: 'The customer wants it to go on.',
  barrier: 'The customer does not know, or puts it off.',
  callToAction: 'Correct the payment',
  kpi: 'Share of failed charges mended within 14 days',
  trigger: {
    on: 'PaymentFailed',
    filter: { the: 'event.subscription.id', exists: true },
    oncePer: 'order',
    whileRunning: 'ignore',
  },
  goal: { on: 'OrderPaid', within: days(14) },
  exitOn: ['OrderCancelled', 'SubscriptionCancelled'],
  steps: [
    { id: 'failed', kind: 'send', template: 'subscription-payment/failed' },
    { id: 'three-days', kind: 'wait', until: { day: 3, after: 'entry', at: '10:00' } },
    { id: 'reminder', kind: 'send', template: 'subscription-payment/reminder' },
    { id: 'a-week', kind: 'wait', until: { day: 7, after: 'entry', at: '10:00' } },
    { id: 'last', kind: 'send', template: 'subscription-payment/last' },
  ],
});
