/** A store with one customer who has agreed to nothing, and a story of three weekly letters. */
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { Customer } from '../../shared/core/record/customer.ts';
import { marketing, send, waitFor } from './scenarios.ts';
import { orderDetail, type StoreOptions, storeInMemory } from './store-in-memory.ts';

export const monday = '2026-03-02T03:30:00Z';
export const week = { days: 7 };
const texts = { a: 'any-trouble', b: 'using-it-well', c: 'other-voices' };
export const letter = (name: 'a' | 'b' | 'c') =>
  send(`after-purchase/${texts[name]}`, { id: name, content: 'brand' });
/** Letters after one, two and three weeks of each order. */
export const letters = marketing({
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
  steps: [
    waitFor('first', week),
    letter('a'),
    waitFor('second', week),
    letter('b'),
    waitFor('third', week),
    letter('c'),
  ],
});

const nameOf = (text: string) => Object.entries(texts).find(([, of]) => of === text)?.[0] ?? text;

export const silent = { id: 'c-1', email: 'hana@example.com', timeZone: 'Asia/Tokyo' };

export async function silentStore(scenarios: readonly Scenario[], settings: StoreOptions['settings'] = {}) {
  const store = storeInMemory({ startAt: monday, scenarios, settings });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday, { customer: silent })));
  await store.pass({ minutes: 1 });
  const now = () => store.world.clock.now().toString();
  let told = 0;
  return {
    ...store,
    async says(granted: boolean, topics?: readonly string[]) {
      const consent = { granted, source: 'account', ...(topics && { topics }) };
      const detail = { eventId: `says-${told++}`, occurredAt: now(), customer: { id: 'c-1' }, consent };
      await store.put(store.event('ConsentChanged', detail));
      await store.drain();
    },
    async orders(id: string) {
      await store.put(store.event('OrderPlaced', orderDetail(id, now(), { customer: silent })));
      await store.drain();
    },
    record: async () => (await store.world.customers.load('c-1')) as Customer,
    mails: () =>
      store
        .calendar('Asia/Tokyo')
        .map((line) => line.replace(/after-purchase__(.*)/, (_, text) => nameOf(text))),
  };
}
