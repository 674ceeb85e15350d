/** `orderFacts` in memory, as text. */

import type { KeptOrder } from '../core/record/orders/kept-order.ts';
import { readOrder, storedOrder } from '../core/record/orders/order-forms.ts';
import type { OrderFacts } from '../ports/orders.ts';
import type { Held } from './memory-rights.ts';

type Attributes = Map<string, string>;
const prefix = 'ORDER#';

export function memoryOrderFacts(): OrderFacts & Held {
  const customers = new Map<string, Map<string, Attributes>>();
  const ofCustomer = (id: string) => customers.get(id) ?? new Map<string, Attributes>();
  return {
    async put(customer, { id, facts, entry }) {
      const told = Object.entries(entry ? { ...facts, entry: storedOrder(entry) } : facts);
      if (told.length === 0) return;
      const orders = ofCustomer(customer);
      const attributes = orders.get(id) ?? new Map<string, string>();
      for (const [word, fact] of told) attributes.set(word, JSON.stringify(fact));
      customers.set(customer, orders.set(id, attributes));
    },
    async load(customer, order) {
      const attributes = ofCustomer(customer).get(order);
      return attributes && itemOf(order, attributes);
    },
    list: async (customer) =>
      [...ofCustomer(customer)]
        .map(([id, attributes]) => itemOf(id, attributes))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    held: (customer) =>
      [...ofCustomer(customer)].map(([id, attributes]) => ({
        key: prefix + id,
        fields: Object.fromEntries(attributes),
      })),
    drop(customer, key) {
      if (key.startsWith(prefix)) customers.get(customer)?.delete(key.slice(prefix.length));
    },
  };
}

function itemOf(id: string, attributes: Attributes): KeptOrder {
  const { entry, ...facts } = Object.fromEntries(
    [...attributes].map(([word, text]) => [word, JSON.parse(text)]),
  );
  return { id, facts, ...(entry !== undefined && { entry: readOrder(entry) }) };
}
