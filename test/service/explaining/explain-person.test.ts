/** What is told of the customer whatever the scenario: orders that count, and a record that became part of another. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { explainEnd } from '../../../shared/service/explaining/explain-enrolment.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { start, storeWithOrder } from '../../support/store-with-order.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';
import { told } from './told.ts';

test('an order whose payment never came counts no longer, though nothing was heard of it since', async () => {
  const store = storeInMemory({ scenarios: twoScenarios, startAt: start });
  const payment = { payment: { method: '銀行振込', deadline: '2026-03-07T00:00:00Z' } };
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start, payment)));
  expect((await told(store))[0]).toBe('Customer c-1 has 1 order that counts, the last on 2026-03-02 12:30.');
  await store.pass('2026-03-10T00:00:01Z');
  expect((await told(store))[0]).toBe('Customer c-1 has 0 orders that count.');
});

test('a record that became part of another says of which, and of nothing to come', async () => {
  const store = await storeWithOrder();
  await store.put(
    store.event('CustomerMerged', {
      eventId: 'm-1',
      occurredAt: start,
      customer: { id: 'c-2' },
      merge: { from: 'c-1', to: 'c-2' },
    }),
  );
  const lines = await told(store);
  expect(lines[1]).toBe('This record has become part of customer c-2: what came since is told there.');
  expect(lines.join('\n')).not.toContain('nothing comes next');
});

test('of a goal it is not said that it was met as the enrolment ended: it may have been later', () => {
  const at = Temporal.Instant.from(start);
  const run = { scenario: 'after-purchase', version: 1, order: 'o-1', enteredAt: at };
  expect(explainEnd(run, { at, because: 'goal-met' }, 'Asia/Tokyo')).toMatch(
    /: its goal was met, then or since\.$/,
  );
  expect(explainEnd(run, { at, because: 'completed' }, 'Asia/Tokyo')).toMatch(/: all its steps were done\.$/);
});
