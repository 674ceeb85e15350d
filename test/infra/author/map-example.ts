/** A scenario with every part that the map draws: a filter, a wait, a branch, an exit. */
import { defineScenario } from '../../../shared/core/language/scenario.ts';
import { days } from '../../../shared/core/values/duration.ts';

export const forked = defineScenario({
  id: 'second-cup',
  version: 2,
  stage: 'education',
  kind: 'marketing',
  topic: 'tips',
  purpose: 'Asks a tea drinker how the first cup was.',
  trigger: {
    on: 'OrderPlaced',
    oncePer: { every: days(30) },
    whileRunning: 'ignore',
    filter: { the: 'event.order.items.category', is: 'tea' },
  },
  exitOn: ['OrderReturned'],
  steps: [
    { id: 'rest', kind: 'wait', until: { day: 3, after: 'arrived', at: '19:00' } },
    {
      id: 'which',
      kind: 'branch',
      when: [
        {
          if: {
            all: [
              { the: 'event.order.total', atLeast: 5000 },
              { the: 'customer.lifecycle.orders', moreThan: 1 },
            ],
          },
          then: 'big',
        },
        { if: { the: 'event.order.gift', is: true }, then: 'out' },
      ],
      else: 'small',
    },
    { id: 'big', kind: 'send', template: 'after-purchase/continue' },
    { id: 'out', kind: 'exit', outcome: 'gift' },
    { id: 'small', kind: 'send', template: 'after-purchase/other-voices' },
  ],
});
