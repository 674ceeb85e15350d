/** The bus and the goods in memory. */
import type { Temporal } from 'temporal-polyfill';
import { factsWithAge, newerFacts, type ProductFacts } from '../core/events/product-facts.ts';
import type { PublishedEvent } from '../core/events/published-event.ts';
import type { Bus } from '../ports/bus.ts';
import type { Products } from '../ports/products.ts';

/** `bus` in memory; `published` holds every event as often as it was put. */
export function memoryBus(): Bus & { readonly published: PublishedEvent[] } {
  const published: PublishedEvent[] = [];
  return {
    published,
    async publish(events) {
      for (const event of events) {
        published.push({ ...event, detail: JSON.parse(JSON.stringify(event.detail)) });
      }
    },
  };
}

/** `products` in memory. */
export function memoryProducts(): Products {
  const known = new Map<string, { facts: ProductFacts; asOf: Readonly<Record<string, Temporal.Instant>> }>();
  return {
    async loadMany(ids) {
      const found = ids.flatMap((id) => known.get(id) ?? []);
      return new Map(found.map((dated) => [dated.facts.id, factsWithAge(dated)]));
    },
    async put(product, at) {
      const before = known.get(product.id) ?? { facts: { id: product.id }, asOf: {} };
      const after = newerFacts(before.facts, before.asOf, product, at);
      if (after) known.set(product.id, after);
    },
  };
}
