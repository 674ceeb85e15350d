import { expect, test } from 'vitest';
import { defineScenario } from '../../../shared/core/language/scenario.ts';
import { hours } from '../../../shared/core/values/duration.ts';
import { storeWithOrder } from '../../support/store-with-order.ts';

const teaching = defineScenario({
  id: 'teaching',
  version: 1,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Notes that she is an ambassador.',
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
  steps: [
    { id: 'hour', kind: 'wait', for: hours(1) },
    { id: 'note', kind: 'set', addLabels: ['ambassador'] },
    { id: 'thanks', kind: 'send', template: 'order-thanks/thanks' },
  ],
});

test('what a timer’s walk has learnt changes her segments at once', async () => {
  const store = await storeWithOrder({ scenarios: [teaching], settings: { segmentsTold: ['ambassador'] } });
  await store.pass({ hours: 2 });
  const customer = await store.world.customers.load('c-1');
  expect(Object.keys(customer?.segments ?? {})).toContain('ambassador');
  const told = store.world.bus.published.filter(({ name }) => name === 'SegmentChanged');
  expect(told.map(({ detail }) => detail.segment)).toContain('ambassador');
  expect(store.world.mailer.mails).toHaveLength(1);
});
