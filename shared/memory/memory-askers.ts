/** Who waits for a product, in memory. */
import { Temporal } from 'temporal-polyfill';
import type { Askers, Given, ProductAsking, Restock } from '../ports/products.ts';
import type { Held } from './memory-rights.ts';

const prefix = 'ASKED#';

/** `askers` in memory: as in the tables, what lies beside the customer and what lies with the product are two things. */
export function memoryAskers(): Askers & Held {
  const known = new Map<string, ProductAsking>();
  const places = new Map<string, ProductAsking>();
  const gave = new Map<string, Given>();
  const keyOf = ({ customer, product }: Pick<ProductAsking, 'customer' | 'product'>) =>
    JSON.stringify([customer, product]);
  const placeOf = (asking: ProductAsking) => `${keyOf(asking)} ${asking.at.epochMilliseconds}`;
  const nameOf = ({ product, eventId }: Restock) => JSON.stringify([product, eventId]);
  const given = (restock: Restock): Given => gave.get(nameOf(restock)) ?? { count: 0, now: [] };
  const ofCustomer = (id: string) =>
    [...known.values()]
      .filter(({ customer }) => customer === id)
      .sort((a, b) => (a.product < b.product ? -1 : 1));
  return {
    async note({ customer, product, at }) {
      const asking = {
        customer,
        product,
        at: Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds),
      };
      const before = known.get(keyOf(asking));
      const isEarlier = before && Temporal.Instant.compare(before.at, asking.at) <= 0;
      if (before && !isEarlier) places.delete(placeOf(before));
      const first = isEarlier ? before : asking;
      known.set(keyOf(first), first);
      places.set(placeOf(first), first);
    },
    first: async (id, most) =>
      [...places.values()]
        .filter(({ product }) => product === id)
        .sort((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.customer < b.customer ? -1 : 1))
        .slice(0, most),
    of: async (customer) => ofCustomer(customer),
    async forget(askings) {
      for (const asking of askings) {
        places.delete(placeOf(asking));
        known.delete(keyOf(asking));
      }
    },
    given: async (restock) => given(restock),
    async give(restock, next, before) {
      if (given(restock).count !== before) return false;
      gave.set(nameOf(restock), { ...next, now: [...next.now] });
      return true;
    },
    held: (customer) =>
      ofCustomer(customer).map(({ product, at }) => ({
        key: prefix + product,
        fields: { at: at.epochMilliseconds },
      })),
    drop(customer, key) {
      if (key.startsWith(prefix)) known.delete(keyOf({ customer, product: key.slice(prefix.length) }));
    },
  };
}
