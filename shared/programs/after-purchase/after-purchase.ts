import type { Filter } from '../../core/language/filter.ts';
import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';
import { notOwnPurchase } from '../own-purchase.ts';
import { usedUpAtOnce } from '../rhythms.ts';

const isNewToHer: Filter = { the: 'customer.newProducts', exists: true };
const isNoSubscriber: Filter = { not: { the: 'customer.subscriptions.state', is: 'active' } };
/** One piece that is used up about when the voices would come: then the notice goes before them. */
const usedUpSoon: Filter = {
  all: [
    { the: 'event.order.items.supplyDays', atMost: 36 },
    { not: { the: 'event.order.items.quantity', moreThan: 1 } },
  ],
};

export const afterPurchase: Scenario = defineScenario({
  id: 'after-purchase',
  version: 4,
  startSets: ['starter-small', 'starter-growing', 'subscription'],
  inFlight: {
    move: {
      week: 'week',
      trouble: 'trouble',
      fortnight: 'fortnight',
      using: 'using',
      pace: 'pace',
      'runs-out-soon': 'runs-out-soon',
      'continue-soon': 'continue-soon',
      'month-soon': 'month-soon',
      'voices-soon': 'voices-soon',
      told: 'told',
      month: 'month',
      voices: 'voices',
      'runs-out': 'runs-out',
      'in-time': 'in-time',
      'two-months': 'two-months',
      continue: 'continue',
    },
  },
  program: 6,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose:
    'Stays with the customer from the parcel to its last use: trouble first, then right use, others, and what comes next.',
  hypothesis:
    'Customers who are asked about trouble before they are asked to buy again, order again of their own accord.',
  motive: 'The customer wants the purchase to be a good one.',
  barrier: 'Small troubles nobody asks about, and no habit yet.',
  callToAction: 'Tell us of any trouble; read the voices; see what is left',
  kpi: 'F2 conversion within 90 days',
  group: 'post-purchase',
  priority: 'post-purchase',
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'restart' },
  goal: { on: 'OrderPlaced', within: days(90) },
  exitOn: [notOwnPurchase],
  steps: [
    { id: 'week', kind: 'wait', until: { day: 7, rhythm: 'trouble', after: 'arrived', at: '10:00' } },
    {
      id: 'trouble',
      kind: 'send',
      template: 'after-purchase/any-trouble',
      content: 'brand',
      patience: days(2),
    },
    { id: 'fortnight', kind: 'wait', until: { day: 14, rhythm: 'settled', after: 'arrived', at: '10:00' } },
    {
      id: 'using',
      kind: 'send',
      template: 'after-purchase/using-it-well',
      content: 'product',
      place: 'must',
      patience: days(2),
      when: isNewToHer,
    },
    {
      id: 'pace',
      kind: 'branch',
      when: [
        { if: usedUpAtOnce, then: 'last-day' },
        { if: usedUpSoon, then: 'runs-out-soon' },
      ],
      else: 'month',
    },
    {
      id: 'runs-out-soon',
      kind: 'wait',
      date: 'customer.supplyEndsAt',
      offset: { days: -7 },
      at: '10:00',
      past: 'month',
    },
    {
      id: 'continue-soon',
      kind: 'send',
      template: 'after-purchase/continue',
      content: 'product',
      place: 'must',
      patience: days(2),
      when: isNoSubscriber,
    },
    { id: 'month-soon', kind: 'wait', until: { day: 30, rhythm: 'voices', after: 'arrived', at: '10:00' } },
    {
      id: 'voices-soon',
      kind: 'send',
      template: 'after-purchase/other-voices',
      content: 'brand',
      patience: days(10),
    },
    { id: 'told', kind: 'exit', outcome: 'told' },
    { id: 'last-day', kind: 'wait', until: { day: 21, ofSupply: 1, after: 'arrived', at: '10:00' } },
    { id: 'at-its-end', kind: 'goto', to: 'continue' },
    { id: 'month', kind: 'wait', until: { day: 30, rhythm: 'voices', after: 'arrived', at: '10:00' } },
    {
      id: 'voices',
      kind: 'send',
      template: 'after-purchase/other-voices',
      content: 'brand',
      patience: days(10),
    },
    {
      id: 'runs-out',
      kind: 'wait',
      date: 'customer.supplyEndsAt',
      offset: { days: -7 },
      at: '10:00',
      past: 'two-months',
    },
    { id: 'in-time', kind: 'goto', to: 'continue' },
    { id: 'two-months', kind: 'wait', until: { day: 60, rhythm: 'continue', after: 'arrived', at: '10:00' } },
    {
      id: 'continue',
      kind: 'send',
      template: 'after-purchase/continue',
      content: 'product',
      place: 'must',
      patience: days(2),
      when: isNoSubscriber,
    },
  ],
});
