/** A store in memory that has just taken one order, at 12:30 in Tokyo, and what became of its thank-you. */
import { orderDetail, type StoreInMemory, type StoreOptions, storeInMemory } from './store-in-memory.ts';
import { twoScenarios } from './two-scenarios.ts';

export const start = '2026-03-02T03:30:00Z';

export async function storeWithOrder(options: Partial<StoreOptions> = {}): Promise<StoreInMemory> {
  const store = storeInMemory({ startAt: start, scenarios: twoScenarios, ...options });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  return store;
}

export const thanksOf = async (store: StoreInMemory) =>
  (await store.touchpoints('c-1')).find((touchpoint) => touchpoint.scenario === 'order-thanks');
