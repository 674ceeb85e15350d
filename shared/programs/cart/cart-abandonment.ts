import type { EventRule } from '../../core/language/event-rule.ts';
import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days, hours } from '../../core/values/duration.ts';

/** On whichever device: the clock begins anew with each change. */
const changed: EventRule = { on: 'CartUpdated', same: 'customer' };

export const cartAbandonment: Scenario = defineScenario({
  id: 'cart-abandonment',
  version: 3,
  startSets: ['starter-small', 'starter-growing', 'subscription'],
  inFlight: {
    move: {
      quiet: 'quiet',
      hour: 'hour',
      'quiet-day': 'quiet-day',
      day: 'day',
      'quiet-days': 'quiet-days',
      'three-days': 'three-days',
    },
  },
  program: 9,
  stage: 'conversion',
  kind: 'marketing',
  topic: 'offers',
  purpose:
    'Reminds the customer of a cart that was left, with what lies in it now: after 1 hour, 24 hours and 72 hours, counted from its last change. No coupon, so that leaving a cart does not become a habit; one series in 7 days.',
  hypothesis:
    'Most carts are left by an interruption or an open question, not by a decision: shown again, and answered, the customer finishes.',
  motive: 'The customer has chosen already.',
  barrier: 'An interruption, the cost of delivery, a question nobody answered.',
  callToAction: 'Back to your cart',
  kpi: 'Orders within 7 days of the first reminder',
  trigger: {
    on: 'CartUpdated',
    filter: {
      all: [
        { the: 'event.cart.items.productId', exists: true },
        {
          not: {
            the: 'customer.sent',
            oneOf: [
              'checkout-abandonment/hour',
              'checkout-abandonment/day',
              'checkout-abandonment/three-days',
            ],
          },
        },
      ],
    },
    oncePer: { every: days(7) },
    whileRunning: 'ignore',
  },
  group: 'cart',
  priority: 'cart',
  goal: { on: 'OrderPlaced', within: days(7) },
  exitOn: [{ mailbox: 'bought' }],
  steps: [
    { id: 'quiet', kind: 'wait', event: changed, atMost: hours(1), then: 'quiet', else: 'hour' },
    { id: 'hour', kind: 'send', template: 'cart-abandonment/hour', content: 'product', atOnce: true },
    { id: 'quiet-day', kind: 'wait', event: changed, atMost: hours(23), then: 'quiet-day', else: 'day' },
    {
      id: 'day',
      kind: 'send',
      template: 'cart-abandonment/day',
      content: 'product',
      atOnce: true,
    },
    {
      id: 'quiet-days',
      kind: 'wait',
      event: changed,
      atMost: hours(48),
      then: 'quiet-days',
      else: 'three-days',
    },
    {
      id: 'three-days',
      kind: 'send',
      template: 'cart-abandonment/three-days',
      content: 'brand',
      atOnce: true,
      expiry: days(3),
    },
  ],
});
