import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days } from '../../core/values/duration.ts';

export const newProduct: Scenario = defineScenario({
  id: 'new-product',
  version: 1,
  startSets: ['starter-growing'],
  program: 13,
  stage: 'retention',
  kind: 'marketing',
  topic: 'news',
  purpose:
    'A product the store announces: VIPs and regulars hear at once, all others the day after. Off by default: it writes to everybody.',
  enabled: false,
  hypothesis: 'Being told a day before the others is worth more to a regular than a discount.',
  motive: 'The customer is curious what the makers have come up with.',
  barrier: 'News that is only about buying.',
  callToAction: 'Read how it was made.',
  kpi: 'Orders of the product within 30 days, by segment.',
  priority: 'broadcast',
  trigger: {
    on: 'ProductAnnounced',
    filter: { the: 'customer.segments', oneOf: ['first-time', 'regular', 'vip', 'prospect'] },
    oncePer: { key: 'product.id' },
    whileRunning: 'parallel',
    atMost: 2,
  },
  goal: { on: 'OrderPlaced', within: days(30) },
  steps: [
    {
      id: 'who-first',
      kind: 'branch',
      when: [{ if: { the: 'customer.segments', oneOf: ['vip', 'regular'] }, then: 'first-look' }],
      else: 'next-day',
    },
    {
      id: 'first-look',
      kind: 'send',
      template: 'new-product/for-regulars',
      content: 'product',
      expiry: days(2),
    },
    { id: 'told-first', kind: 'exit', outcome: 'told-first' },
    { id: 'next-day', kind: 'wait', until: { day: 1, after: 'entry', at: '10:00' } },
    {
      id: 'on-the-shelf',
      kind: 'send',
      template: 'new-product/on-the-shelf',
      content: 'product',
      expiry: days(3),
    },
  ],
});
