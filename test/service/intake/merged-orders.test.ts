/** Two records of one person that have both heard of the same orders, more than a ledger holds. */
import { expect, test } from 'vitest';
import { spentOn } from '../../../shared/core/record/orders/order-state.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const noon = '2026-03-10T03:00:00Z';
const at = (hours: number) => new Date(Date.parse(noon) + hours * 3_600_000).toISOString();
const person = (id: string) => ({ id, email: 'hana@example.com', timeZone: 'Asia/Tokyo' });

async function tell(store: StoreInMemory, id: string, orders: readonly number[]) {
  for (const n of orders) {
    const detail = orderDetail(`o-${n}`, at(n - 200), { customer: person(id) });
    await store.put(store.event('OrderPlaced', { ...detail, eventId: `${id}-${n}` }));
  }
}

async function merge(store: StoreInMemory) {
  const detail = {
    eventId: 'm',
    occurredAt: noon,
    customer: { id: 'c-1' },
    merge: { from: 'c-old', to: 'c-1' },
  };
  await store.put(store.event('CustomerMerged', detail));
  const customer = await store.world.customers.load('c-1');
  const months = customer?.months ?? [];
  return {
    orders: customer?.lifecycle.orders,
    counted: (customer?.orders.length ?? 0) + months.reduce((sum, { orders }) => sum + orders, 0),
    spent:
      (customer?.orders ?? []).reduce((sum, order) => sum + spentOn(order), 0) +
      months.reduce((sum, { spent }) => sum + spent, 0),
  };
}

const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, n) => n + from);

test.each([
  ['all of both', upTo(40), upTo(40), 40],
  ['those that have left one ledger and stand in the other', upTo(40), upTo(10), 40],
  ['the same, the other way round', upTo(10), upTo(40), 40],
  ['some of each', upTo(30), upTo(30, 20), 50],
  ['none', upTo(30), upTo(30, 30), 60],
])('orders that both have heard of count once in number and money: %s', async (_, of, others, count) => {
  const store = storeInMemory({ startAt: noon, scenarios: twoScenarios });
  await tell(store, 'c-1', of);
  await tell(store, 'c-old', others);
  expect(await merge(store)).toEqual({ orders: count, counted: count, spent: count * 5400 });
});

test('a refund that one of them has heard of is kept', async () => {
  const store = storeInMemory({ startAt: noon, scenarios: twoScenarios });
  await tell(store, 'c-1', upTo(40));
  await tell(store, 'c-old', upTo(40));
  const refund = { id: 'r-1', amount: 5400, currency: 'JPY' };
  const detail = orderDetail('o-3', noon, { customer: person('c-old'), refund });
  await store.put(store.event('OrderRefunded', { ...detail, eventId: 'r-1' }));
  const { spent } = await merge(store);
  expect(spent).toBe(39 * 5400);
});
