/** Who waits for a product, in memory. */
import { Temporal } from 'temporal-polyfill';
import type { Askers, Given, ProductAsking, Restock } from '../ports/products.ts';
import type { Held } from './memory-rights.ts';

const prefix = 'ASKED#';

/** `askers` in memory. */
export function memoryAskers(): Askers & Held {
  const known = new Map<string, ProductAsking>();
  const gave = new Map<string, Given>();
  const keyOf = ({ customer, product }: Pick<ProductAsking, 'customer' | 'product'>) =>
    JSON.stringify([customer, product]);
  const nameOf = ({ product, eventId }: Restock) => JSON.stringify([product, eventId]);
  const given = (restock: Restock): Given => gave.get(nameOf(restock)) ?? { count: 0, now: [] };
  const ofCustomer = (id: string) =>
    [...known.values()]
      .filter(({ customer }) => customer === id)
      .sort((a, b) => (a.product < b.product ? -1 : 1));
  return {
    async note({ customer, product, at: told }) {
      const at = Temporal.Instant.fromEpochMilliseconds(told.epochMilliseconds);
      const before = known.get(keyOf({ customer, product }));
      const isEarlier = before && Temporal.Instant.compare(before.at, at) <= 0;
      if (!isEarlier) known.set(keyOf({ customer, product }), { customer, product, at });
    },
    first: async (id, most) =>
      [...known.values()]
        .filter(({ product }) => product === id)
        .sort((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.customer < b.customer ? -1 : 1))
        .slice(0, most),
    of: async (customer) => ofCustomer(customer),
    async forget(askings) {
      for (const asking of askings) known.delete(keyOf(asking));
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
