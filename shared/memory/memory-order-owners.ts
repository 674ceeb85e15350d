import type { OrderOwner, OrderOwners } from '../ports/orders.ts';

/** `orderOwners` in memory. */
export function memoryOrderOwners(): OrderOwners {
  const owners = new Map<string, OrderOwner>();
  return {
    load: async (order) => owners.get(order),
    put: async (owner) => void owners.set(owner.order, { ...owner }),
    async forget(order, customer) {
      if (owners.get(order)?.customer === customer) owners.delete(order);
    },
  };
}
