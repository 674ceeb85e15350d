import { expect, test } from 'vitest';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const start = '2026-03-02T03:30:00Z';

test('a replay that may send mails nobody twice whose record was lost', async () => {
  const store = storeInMemory({ scenarios: twoScenarios, startAt: start });
  const order = store.event('OrderPlaced', orderDetail('o-1', start));
  await store.put(order);
  await store.pass({ hours: 1 });
  expect(store.world.mailer.mails).toHaveLength(1);
  const { shape, version } = store.world.records.stored('c-1') ?? { shape: 1, version: 1 };
  store.world.records.plant({ shape, version, store: 'mori', id: 'c-1' });
  await store.put({ ...order, replay: 'send' });
  await store.pass({ hours: 1 });
  expect(store.world.mailer.mails).toHaveLength(1);
  // What had left nothing behind is let in again, and its letters go on.
  const customer = await store.world.customers.load('c-1');
  expect(customer?.enrolments.map(({ scenario }) => scenario)).toEqual(['after-purchase']);
});
