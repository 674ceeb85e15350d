/** One person with a history in a store in memory: an order, two records, consent, messages sent and timers set. */

import type { MemoryWorld } from '../../shared/memory/memory-world.ts';
import { customerKey } from '../../shared/service/saving/customer-key.ts';
import { orderDetail, type StoreInMemory, type StoreOptions, storeInMemory } from './store-in-memory.ts';

export const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
export const hana = {
  id: 'c-1',
  email: 'hana@example.com',
  name: 'Hana',
  timeZone: 'Asia/Tokyo',
  acceptsMarketing: true,
};

export const mergedInto = (to: string, from: string, occurredAt: string) => ({
  eventId: `merge-${from}-${to}`,
  occurredAt,
  customer: { id: to },
  merge: { from, to },
});

/** She ordered under `c-old`, was known as `c-1` since, and `why` a day later a first mail has gone and others wait. */
export async function storeWithHana(options: Partial<StoreOptions> = {}): Promise<StoreInMemory> {
  const store = storeInMemory({ startAt: monday, ...options });
  const { world } = store;
  const before = { ...hana, id: 'c-old', email: 'hana.old@example.com' };
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday, { customer: before })));
  await store.pass({ days: 1 });
  await store.put(
    store.event('CustomerRegistered', { occurredAt: '2026-03-03T03:00:00Z', customer: hana }),
    store.event('ConsentChanged', {
      occurredAt: '2026-03-03T03:01:00Z',
      customer: { id: 'c-1' },
      consent: { granted: true, topics: ['tips'], source: 'form', wording: 'w-1' },
    }),
  );
  await store.put(store.event('CustomerMerged', mergedInto('c-1', 'c-old', '2026-03-03T03:10:00Z')));
  await store.pass({ minutes: 5 });
  await store.put(store.event('OrderPlaced', orderDetail('o-2', '2026-03-03T03:33:00Z', { customer: hana })));
  await store.pass({ hours: 1 });
  await world.orderOwners.put({ order: 'o-2', customer: 'c-1', isTest: false });
  return store;
}

/** Everything that is kept, as text, in which nothing of hers may be found. */
export async function everythingKept(world: MemoryWorld): Promise<string> {
  const keys = await world.keys();
  const ofHers = await Promise.all(
    ['c-1', 'c-old'].map(async (id) => [
      world.records.stored(id),
      await world.beside.list(id),
      await world.gone.evidence(customerKey(keys, id)),
      await world.gone.load(customerKey(keys, id)),
    ]),
  );
  const owners = await world.orderOwners.load('o-2');
  return JSON.stringify([
    ofHers,
    owners,
    world.records.ids(),
    world.touchpoints.all(),
    world.timers.pending(),
    await world.audit.list(),
  ]);
}

/** What of a person may be found in such a text. */
export const signsOfHana = /hana|c-1|c-old|o-1|o-2/i;
