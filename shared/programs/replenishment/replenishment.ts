import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';
import { notOwnPurchase } from '../own-purchase.ts';
import { isInRhythm } from '../rhythms.ts';

export const replenishment: Scenario = defineScenario({
  id: 'replenishment',
  version: 4,
  startSets: ['starter-growing'],
  inFlight: {
    move: {
      'nearly-empty': 'nearly-empty',
      'asked-just-now': 'asked-just-now',
      'running-low': 'running-low',
      'a-week': 'a-week',
      'next-product': 'next-product',
      'a-month': 'a-month',
      'once-more': 'once-more',
    },
  },
  program: 5,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Asks about the stock at home as it runs out, of each product from its arrival (quantity times days of supply), and again a month later, leaving out the first where after-purchase has just asked; never a subscriber, never for a gift.',
  hypothesis:
    'Who is asked just before the last spoonful orders again; who is asked by the calendar of the store does not.',
  motive: 'The customer does not want to run out of what they use each day.',
  barrier: 'The customer notices only when the jar is empty, and takes what is near.',
  callToAction: 'See what you had.',
  kpi: 'Next order within 14 days of the end of supply, against holdout.',
  holdout: 'auto',
  trigger: {
    on: 'OrderPlaced',
    filter: {
      all: [
        { the: 'event.order.items.supplyDays', moreThan: 0 },
        { not: { the: 'customer.subscriptions.state', is: 'active' } },
      ],
    },
    oncePer: 'order',
    whileRunning: 'restart',
  },
  goal: { on: 'OrderPlaced', within: days(365) },
  exitOn: [{ when: { the: 'customer.subscriptions.state', is: 'active' } }, notOwnPurchase],
  steps: [
    { id: 'whose-pace', kind: 'branch', when: [{ if: isInRhythm, then: 'own-pace' }], else: 'nearly-empty' },
    {
      id: 'own-pace',
      kind: 'wait',
      date: 'customer.ordersAgainAt',
      offset: { days: -5 },
      at: '10:00',
      past: 'nearly-empty',
    },
    { id: 'by-own-pace', kind: 'goto', to: 'asked-just-now' },
    {
      id: 'nearly-empty',
      kind: 'wait',
      date: 'customer.supplyEndsAt',
      offset: { days: -2 },
      at: '10:00',
      past: 'a-month',
    },
    {
      id: 'asked-just-now',
      kind: 'branch',
      when: [
        {
          if: { the: 'customer.sent', oneOf: ['after-purchase/continue-soon', 'after-purchase/continue'] },
          then: 'a-week',
        },
      ],
      else: 'running-low',
    },
    {
      id: 'running-low',
      kind: 'send',
      template: 'replenishment/running-low',
      content: 'product',
      expiry: days(3),
      when: { the: 'customer.carts.lines.productId', exists: false },
    },
    // What runs out within the week is told of by the letter just sent.
    { id: 'a-week', kind: 'wait', for: days(7) },
    { id: 'next-product', kind: 'repeat', from: 'nearly-empty', atMost: 5 },
    { id: 'a-month', kind: 'wait', for: days(23) },
    { id: 'once-more', kind: 'repeat', from: 'running-low', atMost: 1 },
  ],
});
