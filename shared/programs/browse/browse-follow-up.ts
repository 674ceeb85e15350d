import type { Filter } from '../../core/language/filter.ts';
import { defineScenario, type Scenario } from '../../core/language/scenario.ts';
import { days, hours } from '../../core/values/duration.ts';

/** Categories nobody wants to be reminded of; a store adds its own. */
const sensitive = ['sensitive', 'health', 'medicine', 'intimate', 'maternity', 'mourning'];
const freeToAsk: Filter = {
  all: [
    { the: 'customer.carts.lines.productId', exists: false },
    { not: { the: 'customer.lifecycle.lastOrderAt', daysAgoLessThan: 30 } },
  ],
};

export const browseFollowUp: Scenario = defineScenario({
  id: 'browse-follow-up',
  version: 2,
  startSets: ['starter-growing'],
  inFlight: {
    move: {
      'still-looking': 'still-looking',
      seen: 'seen',
    },
  },
  program: 10,
  stage: 'conversion',
  kind: 'marketing',
  topic: 'offers',
  purpose:
    'One letter four hours after the last of several views of a product. None with an open cart, none within 30 days of an order, none for sensitive goods. Off until the store switches it on, since it asks for every product view.',
  hypothesis: 'Who looks twice has a question; a letter that answers it helps, one that only pushes annoys.',
  motive: 'The customer keeps coming back to it.',
  barrier: 'The customer cannot tell which one, or whether it is the right thing.',
  callToAction: 'Back to the page',
  kpi: 'Orders within 14 days, against the holdout',
  enabled: false,
  trigger: {
    on: 'ProductViewed',
    filter: {
      all: [
        { the: 'customer.views.times', atLeast: 2 },
        { not: { the: 'event.product.category', oneOf: sensitive } },
        freeToAsk,
      ],
    },
    oncePer: { every: days(7) },
    whileRunning: 'ignore',
  },
  priority: 'browse',
  holdout: 'auto',
  goal: { on: 'OrderPlaced', within: days(14) },
  exitOn: [
    { on: 'CartUpdated', same: 'customer', filter: { the: 'event.cart.items.productId', exists: true } },
  ],
  steps: [
    {
      id: 'still-looking',
      kind: 'wait',
      event: { on: 'ProductViewed', same: 'customer' },
      atMost: hours(4),
      then: 'still-looking',
      else: 'seen',
    },
    { id: 'seen', kind: 'send', template: 'browse-follow-up/seen', content: 'product', when: freeToAsk },
  ],
});
