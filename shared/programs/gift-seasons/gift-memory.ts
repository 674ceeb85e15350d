import { defineScenario, type Scenario } from '../../core/language/scenario.ts';

export const giftMemory: Scenario = defineScenario({
  id: 'gift-memory',
  version: 1,
  program: 23,
  stage: 'retention',
  kind: 'transactional',
  purpose:
    'Remembers by a label for which season a gift was ordered, so that the next season’s invitation finds who gave. It sends nothing.',
  hypothesis: 'The order itself says best who gives when.',
  motive: 'The customer would rather not tell us twice.',
  barrier: 'Nothing asks the customer for it.',
  callToAction: 'None: it only remembers.',
  kpi: 'Givers known for each season.',
  trigger: {
    on: 'OrderPlaced',
    filter: { the: 'event.order.gift', is: true },
    oncePer: 'order',
    whileRunning: 'parallel',
  },
  steps: [
    {
      id: 'occasion',
      kind: 'branch',
      when: [
        { if: { the: 'event.extra.order.occasion', is: 'ochugen' }, then: 'ochugen' },
        { if: { the: 'event.extra.order.occasion', is: 'oseibo' }, then: 'oseibo' },
        { if: { the: 'event.extra.order.occasion', is: 'christmas' }, then: 'christmas' },
      ],
      else: 'any',
    },
    { id: 'ochugen', kind: 'set', addLabels: ['gift-ochugen'] },
    { id: 'kept-ochugen', kind: 'goto', to: 'any' },
    { id: 'oseibo', kind: 'set', addLabels: ['gift-oseibo'] },
    { id: 'kept-oseibo', kind: 'goto', to: 'any' },
    { id: 'christmas', kind: 'set', addLabels: ['gift-christmas'] },
    { id: 'any', kind: 'set', addLabels: ['gift-giver'] },
  ],
});
