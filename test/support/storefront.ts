/** A storefront that tells of one customer, at the store's present moment: for the calendar tests of the scenarios. */
import type { EventName } from '../../shared/core/events/event-catalogue.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { type StoreOptions, storeInMemory } from './store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo

const hana = {
  id: 'c-1',
  email: 'hana@example.com',
  name: 'Hana',
  locale: 'ja',
  timeZone: 'Asia/Tokyo',
  acceptsMarketing: true,
};

/** A store with these scenarios alone; `tell` puts an event of hers, now, with the parts given. */
export function storefront(scenarios: readonly Scenario[], options: Partial<StoreOptions> = {}) {
  const store = storeInMemory({ startAt: monday, scenarios, ...options });
  let told = 0;
  return {
    ...store,
    async tell(name: EventName, parts: Record<string, unknown> = {}) {
      told += 1;
      const occurredAt = store.world.clock.now().toString();
      await store.put(store.event(name, { eventId: `e-${told}`, occurredAt, customer: hana, ...parts }));
    },
    /** The mails so far: "03-02 12:30 welcome/hello", on her wall. */
    mails: () => store.calendar('Asia/Tokyo').map((line) => line.slice(5).replace('__', '/')),
    /** Why messages did not go, in order. */
    async skipped() {
      const all = await store.touchpoints('c-1');
      return all.filter((one) => one.state === 'skipped').map(({ step, because }) => `${step}: ${because}`);
    },
    lastMail: () => store.world.mailer.mails.at(-1),
  };
}

export const orderOf = (id: string, more: Record<string, unknown> = {}) => ({
  order: {
    id,
    currency: 'JPY',
    total: 2400,
    items: [{ productId: 'p-1', name: '野草茶', category: 'tea', quantity: 1, unitPrice: 2400 }],
    ...more,
  },
});

export const cartOf = (id: string, quantity = 1) => ({
  cart: {
    id,
    currency: 'JPY',
    total: 2400 * quantity,
    url: `https://shop.example.com/cart/${id}`,
    items: quantity > 0 ? [{ productId: 'p-1', name: '野草茶', quantity, unitPrice: 2400 }] : [],
  },
});
