/** Many records of one person become one, and the first merge is told once more. */
import { expect, test } from 'vitest';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const monday = '2026-03-02T03:30:00Z';
const hana = { id: 'c-1', email: 'hana@example.com', timeZone: 'Asia/Tokyo' };

test('of thirty that became one, the first merge told again counts no order twice and sends nothing more', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: twoScenarios });
  const now = () => store.world.clock.now().toString();
  await store.put(store.event('CustomerRegistered', { occurredAt: now(), customer: hana }));
  const merges = [];
  for (let n = 1; n <= 30; n += 1) {
    const guest = { ...hana, id: `g-${n}` };
    await store.put(store.event('OrderPlaced', orderDetail(`o-${n}`, now(), { customer: guest })));
    await store.pass({ days: 1 });
    const merge = { from: guest.id, to: 'c-1' };
    const told = { eventId: `merge-${n}`, occurredAt: now(), customer: { id: 'c-1' }, merge };
    merges.push(store.event('CustomerMerged', told));
    await store.put(...merges.slice(-1));
    await store.pass({ days: 2 });
  }
  const orders = async () => (await store.world.customers.load('c-1'))?.lifecycle.orders;
  expect(await orders()).toBe(30);
  const mails = store.world.mailer.mails.length;
  await store.put(...merges.slice(0, 1));
  await store.pass({ days: 1 });
  expect(await orders()).toBe(30);
  expect(store.world.mailer.mails.filter(({ tags }) => tags.scenario === 'order-thanks')).toHaveLength(30);
  expect(mails).toBeGreaterThanOrEqual(30);
});
