/** What an operator is told of customer c-1 of a store in memory, as things stand there. */
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { explain } from '../../../shared/service/explaining/explain.ts';
import type { AboutHer } from '../../../shared/service/explaining/explain-about.ts';
import type { StoreInMemory } from '../../support/store-in-memory.ts';

export async function told(store: StoreInMemory, about: Partial<AboutHer> = {}): Promise<string[]> {
  const customer = (await store.world.customers.load('c-1')) ?? newCustomer('mori', 'c-1');
  return explain(customer, await store.touchpoints('c-1'), {
    settings: store.engine.decisions,
    book: store.engine.book,
    at: store.world.clock.now(),
    brakes: await store.world.control.read(),
    address: undefined,
    ...about,
  });
}
