import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const sale: Scenario = defineScenario({
  id: 'sale',
  version: 1,
  program: 13,
  stage: 'conversion',
  kind: 'marketing',
  topic: 'offers',
  purpose:
    'A sale the store announces: VIPs a day before it, others as it opens, a last word before its end; nobody who ordered in the last 7 days. Off by default.',
  enabled: false,
  hypothesis:
    'A sale with a true end, announced early to those who come often, sells without teaching anybody to wait for discounts.',
  motive: 'A good occasion to take what the customer uses anyway.',
  barrier: 'The customer distrusts sales that never end, and who paid in full yesterday feels cheated.',
  callToAction: 'Walk around.',
  kpi: 'Revenue of the sale net of discount, by segment; unsubscribes for each 1,000 mails.',
  priority: 'broadcast',
  trigger: {
    on: 'SaleAnnounced',
    filter: { the: 'customer.segments', oneOf: ['first-time', 'regular', 'vip', 'prospect'] },
    oncePer: { key: 'sale.id' },
    whileRunning: 'parallel',
    atMost: 2,
  },
  goal: { on: 'OrderPlaced', within: days(60) },
  steps: [
    {
      id: 'who-first',
      kind: 'branch',
      when: [{ if: { the: 'customer.segments', is: 'vip' }, then: 'day-before' }],
      else: 'opening',
    },
    {
      id: 'day-before',
      kind: 'wait',
      date: 'event.sale.startsAt',
      offset: { days: -1 },
      at: '10:00',
      past: 'opening',
    },
    {
      id: 'early',
      kind: 'send',
      template: 'sale/vip-early',
      content: 'product',
      before: 'event.sale.endsAt',
      when: { not: { the: 'customer.lifecycle.lastOrderAt', daysAgoLessThan: 7 } },
    },
    { id: 'vip-waits', kind: 'goto', to: 'last-day' },
    { id: 'opening', kind: 'wait', date: 'event.sale.startsAt' },
    {
      id: 'open',
      kind: 'send',
      template: 'sale/open',
      content: 'offer',
      before: 'event.sale.endsAt',
      when: { not: { the: 'customer.lifecycle.lastOrderAt', daysAgoLessThan: 7 } },
    },
    { id: 'last-day', kind: 'wait', date: 'event.sale.endsAt', offset: { hours: -24 }, past: 'over' },
    {
      id: 'last-word',
      kind: 'send',
      template: 'sale/last-day',
      content: 'offer',
      before: 'event.sale.endsAt',
      when: { not: { the: 'customer.lifecycle.lastOrderAt', daysAgoLessThan: 7 } },
    },
    { id: 'over', kind: 'exit', outcome: 'over' },
  ],
});
