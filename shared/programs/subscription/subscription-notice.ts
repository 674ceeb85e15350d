import type { Filter } from '../../core/language/filter.ts';
import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

/** A charge is coming: the subscription is active, and its day is known. */
const runs: Filter = {
  all: [
    { the: 'customer.subscriptions.state', is: 'active' },
    { the: 'event.subscription.renewsAt', exists: true },
  ],
};

export const subscriptionNotice: Scenario = defineScenario({
  id: 'subscription-notice',
  version: 1,
  program: 17,
  stage: 'retention',
  kind: 'transactional',
  purpose:
    'Confirms a subscription, and announces before each charge its day, amount, contents and deadline, with the link to change, skip or stop: ten days before, so that no deadline is nearer than three days.',
  hypothesis:
    'A charge that was announced in time is not disputed, and who can skip one does not have to stop.',
  motive: 'The customer wants to know what comes when.',
  barrier: 'A charge that comes as a surprise is the last one.',
  callToAction: 'Change, skip or stop',
  kpi: 'Disputed charges and cancellations within 3 days of a charge',
  trigger: {
    on: 'SubscriptionStarted',
    oncePer: { key: 'subscription.id' },
    whileRunning: 'parallel',
  },
  priority: 'subscription-notice',
  exitOn: ['SubscriptionCancelled'],
  steps: [
    { id: 'started', kind: 'send', template: 'subscription-notice/started' },
    {
      id: 'state',
      kind: 'branch',
      when: [{ if: runs, then: 'ten-days-before' }],
      else: 'resting',
    },
    { id: 'resting', kind: 'wait', for: days(7) },
    { id: 'look-again', kind: 'goto', to: 'state' },
    {
      id: 'ten-days-before',
      kind: 'wait',
      date: 'event.subscription.renewsAt',
      offset: { days: -10 },
      at: '10:00',
    },
    { id: 'renewal', kind: 'send', template: 'subscription-notice/renewal', when: runs },
    { id: 'time-to-skip', kind: 'wait', for: days(6) },
    {
      id: 'put-off',
      kind: 'wait',
      date: 'event.subscription.renewsAt',
      offset: { days: -10 },
      at: '10:00',
      past: 'charged',
    },
    { id: 'told-again', kind: 'goto', to: 'renewal' },
    {
      id: 'charged',
      kind: 'wait',
      event: { on: 'SubscriptionRenewed' },
      atMost: days(7),
      then: 'state',
      else: 'put-off',
    },
  ],
});
