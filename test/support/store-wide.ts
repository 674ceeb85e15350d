/** What a store tells of its goods, to everybody of a store in memory. */

import type { StoreWideName } from '../../shared/core/events/event-catalogue.ts';
import { spreadStoreWide } from '../../shared/service/intake/spread-store-wide.ts';
import type { StoreInMemory } from './store-in-memory.ts';

/** Tells it now, and lets the intake queue run empty. */
export async function spreadToEverybody(
  store: StoreInMemory,
  name: StoreWideName,
  detail: Record<string, unknown>,
): Promise<void> {
  const occurredAt = store.world.clock.now();
  const told = { eventId: `${name}-${occurredAt}`, ...detail };
  await spreadStoreWide(store.engine, { name, occurredAt, detail: told });
  await store.drain();
}

/** A customer as the wire tells of her, who takes marketing mail and lives in Tokyo. */
export function someone(id = 'c-1') {
  return {
    id,
    email: `${id}@example.com`,
    name: 'Hana',
    locale: 'ja',
    timeZone: 'Asia/Tokyo',
    acceptsMarketing: true,
  };
}
