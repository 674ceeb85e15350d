/** Two short stories over templates that ship: what the service's tests tell their mails by, whatever the library becomes. */
import { defineScenario, type Scenario } from '../../shared/core/language/scenario.ts';
import { days } from '../../shared/core/values/duration.ts';

const afterPurchase = defineScenario({
  id: 'after-purchase',
  version: 1,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Stays with the customer from the parcel to its last use: trouble first, then right use, others, and what comes next.',
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'restart' },
  goal: { on: 'OrderPlaced', within: days(90) },
  exitOn: ['OrderReturned', 'OrderCancelled'],
  steps: [
    { id: 'week', kind: 'wait', until: { day: 7, after: 'arrived', at: '10:00' } },
    { id: 'trouble', kind: 'send', template: 'after-purchase/any-trouble' },
    { id: 'fortnight', kind: 'wait', until: { day: 14, after: 'arrived', at: '10:00' } },
    { id: 'using', kind: 'send', template: 'after-purchase/using-it-well' },
    { id: 'month', kind: 'wait', until: { day: 30, after: 'arrived', at: '10:00' } },
    { id: 'voices', kind: 'send', template: 'after-purchase/other-voices' },
    { id: 'two-months', kind: 'wait', until: { day: 60, after: 'arrived', at: '10:00' } },
    { id: 'continue', kind: 'send', template: 'after-purchase/continue' },
  ],
});

const orderThanks = defineScenario({
  id: 'order-thanks',
  version: 1,
  stage: 'conversion',
  kind: 'transactional',
  purpose: 'Thanks for each order at once.',
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
  exitOn: ['OrderCancelled'],
  steps: [{ id: 'thanks', kind: 'send', template: 'order-thanks/thanks' }],
});

export const twoScenarios: readonly Scenario[] = [orderThanks, afterPurchase];
