/** Events of one customer, Hana of Tokyo, as the storefront would put them; told apart by their moment. */
import type { EventName } from '../../shared/core/events/event-catalogue.ts';
import type { StoreInMemory } from './store-in-memory.ts';
import { orderDetail } from './store-in-memory.ts';

export const hana = orderDetail('o-0', '2026-03-02T03:30:00Z').customer;

/** Puts an event of hers that happens now. `more`: its parts, such as `{ survey: { … } }`. */
export async function hers(store: StoreInMemory, name: EventName, more: Record<string, unknown> = {}) {
  const now = store.world.clock.now().toString();
  await store.put(store.event(name, { eventId: `${name}-${now}`, occurredAt: now, customer: hana, ...more }));
}

/** She orders now. `more` overrides fields of the order. */
export async function orders(store: StoreInMemory, id: string, more: Record<string, unknown> = {}) {
  const order = { ...orderDetail(id, store.world.clock.now().toString()).order, ...more };
  await hers(store, 'OrderPlaced', { order });
}

export const answers = (store: StoreInMemory, id: string, given: Record<string, string>) =>
  hers(store, 'SurveyAnswered', { survey: { id, answers: given } });

/** What is asked of the people of the store, in the order it was put on the bus. */
export const humanTasks = (store: StoreInMemory) =>
  store.world.bus.published.filter(({ name }) => name === 'HumanTask').map(({ detail }) => detail.reason);

export async function labelsOf(store: StoreInMemory) {
  return (await store.world.customers.load('c-1'))?.labels ?? [];
}

export async function categoryIn(store: StoreInMemory, set: string) {
  return (await store.world.customers.load('c-1'))?.categories[set]?.is;
}
